package no.tolv.access.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * A program with HTTP Basic sends its password with every request. What has just been checked is remembered as a digest
 * under a key that only this process has, and counts as long as the account's hash is the one it was checked against.
 */
@Component
class RecentPasswords {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key = new SecretKeySpec(random(), HMAC);
    private final Cache<ByteBuffer, String> credentials = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    /** Simultaneous requests with the same password are checked once. */
    boolean proves(String user, String password, String credential, BooleanSupplier check) {
        ByteBuffer digest = digest(user, password);
        String known = credentials.getIfPresent(digest);
        if (known != null && !known.equals(credential)) {
            credentials.invalidate(digest);
        }
        return credential.equals(credentials.get(digest, any -> check.getAsBoolean() ? credential : null));
    }

    private static byte[] random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private ByteBuffer digest(String user, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((user.length() + ":" + user).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
