package no.tolv.engine.account;

import java.util.HashMap;
import java.util.Map;
import no.tolv.engine.guard.Argon2Hash;

/** Hashes each password once: a hundred demo users who share one must not make a start a hundred times slower. */
class SharedHashes {

    private final Argon2Hash argon2 = new Argon2Hash();
    private final Map<String, String> byPassword = new HashMap<>();

    /** A hash of the password; the present one when it fits, so that no session ends for nothing. */
    String hash(String password, String present) {
        return byPassword.computeIfAbsent(password, any -> fits(password, present) ? present : make(password));
    }

    private boolean fits(String password, String present) {
        return present != null
                && present.startsWith(Argon2Hash.PREFIX)
                && argon2.check(password, present.substring(Argon2Hash.PREFIX.length()));
    }

    private String make(String password) {
        return Argon2Hash.PREFIX + argon2.encrypt(password);
    }
}
