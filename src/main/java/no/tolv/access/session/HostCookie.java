package no.tolv.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The session's cookie. Over TLS it is {@code __Host-tolv}, which a browser takes from this very host and over TLS only;
 * that name is impossible over plain http, where one tries Tolv out. Neither is accepted in the other's place.
 */
@Component
public class HostCookie implements CookieSerializer {

    private final boolean alwaysTls;
    private final CookieSerializer plain = cookie("tolv", false);
    private final CookieSerializer overTls = cookie("__Host-tolv", true);

    /** @param baseUrl {@code tolv.base-url}; with https the proxy in front speaks TLS, whatever it tells us */
    HostCookie(@Value("${tolv.base-url:http://localhost:8080}") String baseUrl) {
        this.alwaysTls = baseUrl.startsWith("https:");
    }

    /** Whether the browser at the other end speaks TLS. */
    public boolean isTls(HttpServletRequest request) {
        return alwaysTls || request.isSecure();
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return isTls(request) ? overTls : plain;
    }

    private static CookieSerializer cookie(String name, boolean secure) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseSecureCookie(secure);
        cookie.setCookiePath("/");
        return cookie;
    }
}
