package no.tolv.access.session;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import no.tolv.engine.account.Standing;

/**
 * All that a session keeps of who logged in. What the person may do is looked up at each request.
 *
 * @param at when, in milliseconds since 1970
 * @param groups those held at login, in one line
 * @param credential the mark of the password at login
 * @param provider the identity provider's registration, or null after a login with a password
 * @param idToken what the provider wants back at logout, sealed, or null
 * @param confirmed the roles the provider confirmed at login, as {@code unit.role} in one line, or null
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
record Login(
        String user, long at, String groups, String credential, String provider, String idToken, String confirmed) {

    static final String ATTRIBUTE = "login";

    boolean isOlderThan(Duration longest) {
        return Instant.ofEpochMilli(at).plus(longest).isBefore(Instant.now());
    }

    /** A role lost or a password changed ends the session; a role gained does not. */
    boolean holds(Standing now) {
        return credential.equals(now.credential()) && now.groups().containsAll(words(groups));
    }

    Set<String> confirmedRoles() {
        return words(confirmed);
    }

    private static Set<String> words(String line) {
        return line == null || line.isEmpty() ? Set.of() : Set.of(line.split(" "));
    }
}
