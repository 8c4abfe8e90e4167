package no.tolv.access.session;

import java.util.Optional;
import no.tolv.organisation.provider.IdentityProviders;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;
import org.springframework.stereotype.Component;

/**
 * Keeps an identity provider's proof of who somebody is, which it wants back at logout. ID-porten writes the national
 * identity number in it, so with {@code tolv.roster.key} the database holds it encrypted.
 */
@Component
class SealedToken {

    private static final String SALT = "746f6c762d73657373696f6e";

    private final TextEncryptor seal;

    SealedToken(IdentityProviders providers) {
        this.seal = providers.hasKey() ? Encryptors.delux(providers.key(), SALT) : Encryptors.noOpText();
    }

    String seal(String token) {
        return token == null ? null : seal.encrypt(token);
    }

    /** Empty when it was sealed with another key. */
    Optional<String> open(String sealed) {
        try {
            return Optional.of(seal.decrypt(sealed));
        } catch (IllegalStateException | IllegalArgumentException anotherKey) {
            return Optional.empty();
        }
    }
}
