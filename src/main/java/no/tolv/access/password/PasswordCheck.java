package no.tolv.access.password;

import java.util.Optional;
import no.tolv.engine.account.Accounts;
import no.tolv.engine.account.Standing;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Whether somebody knows the password of an account; authorities are group ids, details its standing. Every refusal is the same. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final Accounts accounts;
    private final LoginLimit limit;
    private final RecentPasswords recent;
    private final HashingPlaces places;

    PasswordCheck(Accounts accounts, LoginLimit limit, RecentPasswords recent, HashingPlaces places) {
        this.accounts = accounts;
        this.limit = limit;
        this.recent = recent;
        this.places = places;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        Optional<Standing> standing = accounts.standing(user);
        String credential = standing.map(Standing::credential).orElse("");
        String password = String.valueOf(attempt.getCredentials());
        Sender sender = Sender.of(attempt);
        boolean right = limit.isOpen(user, sender)
                && recent.proves(user, password, credential, () -> places.check(() -> isRight(user, sender, password)));
        Standing now = standing.filter(known -> right)
                .orElseThrow(() -> new BadCredentialsException("Feil brukernavn eller passord."));
        UsernamePasswordAuthenticationToken login = UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(now.groups()));
        login.setDetails(now);
        return login;
    }

    private boolean isRight(String user, Sender sender, String password) {
        Attempt counted = limit.count(user, sender);
        boolean right = counted.isAdmitted() && accounts.matches(user, password);
        if (right) {
            counted.forgive();
        }
        return right;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
