package no.tolv.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** The proof in our forms that we rendered them, kept in a cookie: a visit to the login page leaves no row in the database. */
@Component
public class FormToken implements CsrfTokenRepository {

    private final HostCookie host;
    private final CsrfTokenRepository plain = cookie("tolv-form", false);
    private final CsrfTokenRepository overTls = cookie("__Host-tolv-form", true);

    FormToken(HostCookie host) {
        this.host = host;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return host.isTls(request) ? overTls : plain;
    }

    private static CsrfTokenRepository cookie(String name, boolean secure) {
        CookieCsrfTokenRepository token = new CookieCsrfTokenRepository();
        token.setCookieName(name);
        token.setCookiePath("/");
        token.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
        return token;
    }
}
