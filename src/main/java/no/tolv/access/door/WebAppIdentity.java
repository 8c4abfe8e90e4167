package no.tolv.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import no.tolv.engine.account.Accounts;
import no.tolv.engine.account.Standing;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.web.filter.OncePerRequestFilter;

/** Introduces the caller to the web apps with each request; ours has one engine, whether the address names it or not. */
class WebAppIdentity extends OncePerRequestFilter {

    private final Accounts accounts;

    WebAppIdentity(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Standing> caller = Caller.now();
        if (caller.isPresent()) {
            Authentications known = new Authentications();
            known.addOrReplace(new WebAppUser(accounts, caller.get()));
            chain.doFilter(new IntroducedRequest(request, known), response);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
