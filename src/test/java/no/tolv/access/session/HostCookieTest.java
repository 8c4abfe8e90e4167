package no.tolv.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

@DisplayName("Kapselen som holder økten")
class HostCookieTest {

    private final HostCookie plain = new HostCookie("http://localhost:8080");
    private final HostCookie behindProxy = new HostCookie("https://tolv.example.invalid");

    @Test
    @DisplayName("har sitt navn over TLS, også når bare adressen sier at det er TLS")
    void written() {
        assertThat(written(plain, false))
                .startsWith("tolv=")
                .contains("HttpOnly", "SameSite=Lax", "; Path=/;")
                .doesNotContain("Secure");
        assertThat(written(plain, true)).startsWith("__Host-tolv=").contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(written(behindProxy, false)).startsWith("__Host-tolv=").contains("Secure");
    }

    @Test
    @DisplayName("leses bare under navnet den skal ha")
    void read() {
        MockHttpServletRequest request = request(false);
        request.setCookies(cookie("tolv", "uten"), cookie("__Host-tolv", "med"));
        assertThat(plain.readCookieValues(request)).containsExactly("uten");
        assertThat(behindProxy.readCookieValues(request)).containsExactly("med");
        assertThat(plain.isTls(request)).isFalse();
        assertThat(plain.isTls(request(true))).isTrue();
        assertThat(behindProxy.isTls(request)).isTrue();
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, Base64.getEncoder().encodeToString(value.getBytes()));
    }

    private static String written(HostCookie cookie, boolean secure) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookie.writeCookieValue(new CookieValue(request(secure), response, "okt"));
        return response.getHeader("Set-Cookie");
    }

    private static MockHttpServletRequest request(boolean secure) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(secure);
        request.setContextPath("/under");
        return request;
    }
}
