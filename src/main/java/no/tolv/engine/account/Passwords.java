package no.tolv.engine.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import no.tolv.engine.deployment.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Which password an account gets. In the demo all share one, from {@code TOLV_DEMO_PASSWORD} or made up when accounts
 * are created and printed that once. Outside it only the configured administrator has one anybody knows; the others
 * come in through the identity provider.
 */
@Component
class Passwords {

    private static final int LEAST_LENGTH = 12;

    private final boolean demo;
    private final String chosen;
    private final Administrator administrator;
    private final String made = random(12);
    private final String unknown = random(48);
    private boolean used;

    /**
     * @param chosen {@code TOLV_DEMO_PASSWORD}, or blank
     * @param id {@code tolv.admin.id}
     * @param password {@code tolv.admin.password}
     */
    Passwords(
            Environment environment,
            @Value("${TOLV_DEMO_PASSWORD:}") String chosen,
            @Value("${tolv.admin.id:}") String id,
            @Value("${tolv.admin.password:}") String password) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.chosen = chosen;
        this.administrator = new Administrator(id, password);
    }

    private record Administrator(String id, String password) {

        boolean isComplete() {
            return !id.isBlank() && !password.isBlank();
        }

        boolean isGuessable() {
            return password.length() < LEAST_LENGTH
                    || password.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * The administrator the configuration names; none in the demo, where the roster holds one.
     *
     * @throws StartRefused outside the demo, when there is none or the password is easily guessed
     */
    Optional<String> administrator() {
        if (demo) {
            return Optional.empty();
        }
        if (!administrator.isComplete()) {
            throw new StartRefused("Utenfor demoen må en administrator være oppgitt – sett «tolv.admin.id» og"
                    + " «tolv.admin.password».");
        }
        if (administrator.isGuessable()) {
            throw new StartRefused("Passordet i «tolv.admin.password» er for lett å gjette. Velg et med minst "
                    + LEAST_LENGTH + " tegn som ikke inneholder «tolv.admin.id».");
        }
        return Optional.of(administrator.id());
    }

    /** The password to set, or nothing when the account keeps the one it has. */
    Optional<String> password(String user, boolean isNew) {
        if (demo && !chosen.isBlank()) {
            return Optional.of(chosen);
        }
        return isNew ? Optional.of(demo ? shared() : ofNew(user)) : Optional.empty();
    }

    /** Prints the made-up password if an account was given it; it is not to be had again. */
    void announce() {
        if (used) {
            System.out.printf("%nPassord for demobrukerne som ble opprettet nå: %s%n", made);
            System.out.printf("Det vises bare denne gangen. Velg ditt eget med TOLV_DEMO_PASSWORD.%n%n");
            used = false;
        }
    }

    private String shared() {
        used = true;
        return made;
    }

    private String ofNew(String user) {
        return user.equals(administrator.id()) ? administrator.password() : unknown;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
