package no.tolv.engine.guard;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * How the engine keeps passwords: Argon2id with the memory and passes OWASP asks for, because guessing then costs memory
 * and not only time. The salt stands in the hash itself.
 */
public class Argon2Hash implements PasswordEncryptor {

    public static final String PREFIX = "{argon2id}";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

    @Override
    public String encrypt(String password) {
        return argon2.encode(password);
    }

    @Override
    public boolean check(String password, String hash) {
        return argon2.matches(password, hash);
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }
}
