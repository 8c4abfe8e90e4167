package no.tolv.access.door;

import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks a password with the engine's identity service, which also slows down guessing; authorities are group ids. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final IdentityService identity;

    PasswordCheck(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        if (!matches(user, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Feil brukernavn eller passord.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groupsOf(user));
    }

    private boolean matches(String user, String password) {
        try {
            return !user.isBlank() && identity.checkPassword(user, password);
        } catch (AuthenticationException locked) {
            return false;
        }
    }

    private List<SimpleGrantedAuthority> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> new SimpleGrantedAuthority(group.getId()))
                .toList();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
