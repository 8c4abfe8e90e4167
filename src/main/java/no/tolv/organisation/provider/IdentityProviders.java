package no.tolv.organisation.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which identity providers the configuration names, and the key under which we keep what they call somebody. An id there
 * may be a national identity number, of which there are so few that a plain hash would be read back in an hour.
 */
@Component
public class IdentityProviders {

    /** Of the key {@code tolv.roster.key}, in characters. */
    public static final int SHORTEST_KEY = 32;

    private static final String HMAC = "HmacSHA256";

    private final Environment settings;

    public IdentityProviders(Environment settings) {
        this.settings = settings;
    }

    /** Whether there is a registration of that name. */
    public boolean isConfigured(String provider) {
        return settings.containsProperty("spring.security.oauth2.client.registration." + provider + ".client-id");
    }

    public boolean hasKey() {
        return key().length() >= SHORTEST_KEY;
    }

    /** {@code tolv.roster.key}: the same on every node, and nowhere in the database; may be empty. */
    public String key() {
        return settings.getProperty("tolv.roster.key", "");
    }

    /** What is kept of an id at a provider; the id cannot be had from it without the key. */
    public String mark(String provider, String externalId) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of()
                    .formatHex(mac.doFinal((provider + ":" + externalId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
