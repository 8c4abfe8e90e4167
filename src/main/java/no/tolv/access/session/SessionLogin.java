package no.tolv.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.tolv.engine.account.Accounts;
import no.tolv.engine.account.Standing;
import no.tolv.organisation.provider.ProviderRoster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps who is logged in, and asks at each request whether that still holds: an account that is gone, a role that is
 * lost, a role gained that the identity provider should have confirmed, a changed password or eight hours end the session
 * with the next request, on whichever node it arrives.
 */
@Component
public class SessionLogin implements SecurityContextRepository {

    private final Accounts accounts;
    private final ProviderRoster roster;
    private final SealedToken tokens;
    private final Duration longest;

    /** @param longest {@code tolv.session.longest}, however busy the session is */
    SessionLogin(
            Accounts accounts,
            ProviderRoster roster,
            SealedToken tokens,
            @Value("${tolv.session.longest:8h}") Duration longest) {
        this.accounts = accounts;
        this.roster = roster;
        this.tokens = tokens;
        this.longest = longest;
    }

    /** Asks the database once, and only when somebody wants to know who is there. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        HttpSession session = exchange.getRequest().getSession(false);
        return new SecurityContextImpl(session == null ? null : valid(session).orElse(null));
    }

    private Optional<Authentication> valid(HttpSession session) {
        if (!(session.getAttribute(Login.ATTRIBUTE) instanceof Login login)) {
            return Optional.empty();
        }
        Optional<Authentication> user = accounts.standing(login.user())
                .filter(login::holds)
                .filter(now -> !login.isOlderThan(longest))
                .flatMap(now -> login.provider() == null
                        ? Optional.of(Authentications.withPassword(now))
                        : fromProvider(login, now));
        if (user.isEmpty()) {
            session.invalidate();
        }
        return user;
    }

    private Optional<Authentication> fromProvider(Login login, Standing now) {
        return roster.unconfirmed(login.provider(), now.groups(), login.confirmedRoles())
                        .isEmpty()
                ? tokens.open(login.idToken()).map(token -> Authentications.fromProvider(login.provider(), token, now))
                : Optional.empty();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication login = context.getAuthentication();
        if (login != null) {
            save(login, request.getSession());
        } else if (containsContext(request)) {
            request.getSession().removeAttribute(Login.ATTRIBUTE);
        }
    }

    private void save(Authentication authentication, HttpSession session) {
        Standing now = accounts.standing(authentication.getName()).orElseThrow();
        session.setAttribute(
                Login.ATTRIBUTE,
                new Login(
                        now.user(),
                        Instant.now().toEpochMilli(),
                        String.join(" ", now.groups()),
                        now.credential(),
                        Authentications.provider(authentication),
                        tokens.seal(Authentications.idToken(authentication)),
                        Authentications.confirmed(authentication)));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, now.user());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Login.ATTRIBUTE) != null;
    }
}
