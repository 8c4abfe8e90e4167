package no.tolv.access.password;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import no.tolv.access.session.HostCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The machines on which an account has logged in, by a random cookie of which the database keeps only the hash. It opens
 * nothing: it only gives the owner a count of wrong passwords that strangers cannot use up.
 */
@Component
public class KnownDevices {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final HostCookie host;

    KnownDevices(JdbcClient jdbc, HostCookie host) {
        this.jdbc = jdbc;
        this.host = host;
    }

    /** Who sends this login, and whether from a machine the account has used. */
    public Sender sender(HttpServletRequest request) {
        String account = Optional.ofNullable(request.getParameter("username")).orElse("");
        return Sender.of(
                request,
                cookie(request)
                        .map(KnownDevices::hash)
                        .filter(device -> isOf(account, device))
                        .orElse(""));
    }

    /** Remembers the machine after a login. */
    public void remember(String account, HttpServletRequest request, HttpServletResponse response) {
        if (cookie(request)
                .map(KnownDevices::hash)
                .filter(device -> isOf(account, device))
                .isEmpty()) {
            String secret = random();
            jdbc.sql("delete from known_device where seen_at < ?")
                    .param(OffsetDateTime.now().minus(LONGEST))
                    .update();
            jdbc.sql("insert into known_device (device, account, seen_at) values (?, ?, ?)")
                    .params(hash(secret), account, OffsetDateTime.now())
                    .update();
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(secret, host.isTls(request)).toString());
        }
    }

    private boolean isOf(String account, String device) {
        return jdbc.sql("select count(*) from known_device where device = ? and account = ? and seen_at > ?")
                        .params(device, account, OffsetDateTime.now().minus(LONGEST))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(host.isTls(request))))
                .map(Cookie::getValue);
    }

    private static ResponseCookie cookie(String secret, boolean tls) {
        return ResponseCookie.from(name(tls), secret)
                .path("/")
                .httpOnly(true)
                .secure(tls)
                .sameSite("Lax")
                .maxAge(LONGEST)
                .build();
    }

    private static String name(boolean tls) {
        return tls ? "__Host-tolv-device" : "tolv-device";
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
