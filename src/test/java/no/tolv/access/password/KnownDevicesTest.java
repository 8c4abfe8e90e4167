package no.tolv.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import no.tolv.access.session.HostCookie;
import no.tolv.casefile.CaseFileDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({CaseFileDatabase.class, HostCookie.class, KnownDevices.class})
@DisplayName("En maskin eieren av en konto har brukt")
class KnownDevicesTest {

    @Autowired
    KnownDevices devices;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("kjennes igjen for sin konto, og for ingen annen")
    void known() {
        Cookie device = remember("rogn-principal", request(false));
        assertThat(device.getName()).isEqualTo("tolv-device");
        assertThat(device.isHttpOnly()).isTrue();
        assertThat(device.getSecure()).isFalse();
        assertThat(devices.sender(login("rogn-principal", device)).device()).isNotEmpty();
        assertThat(devices.sender(login("rogn-assistant", device)).device()).isEmpty();
        assertThat(devices.sender(login(null, device)).device()).isEmpty();
        assertThat(devices.sender(login("rogn-principal", null)).device()).isEmpty();
        assertThat(devices.sender(login("rogn-principal", new Cookie("tolv-device", "gjettet")))
                        .device())
                .isEmpty();
    }

    @Test
    @DisplayName("huskes én gang, også når en annen logger inn på den")
    void rememberedOnce() {
        Cookie device = remember("rogn-principal", request(false));
        assertThat(remember("rogn-principal", login("rogn-principal", device))).isNull();
        assertThat(remember("rogn-assistant", login("rogn-assistant", device))).isNotNull();
    }

    @Test
    @DisplayName("glemmes etter nitti dager")
    void forgotten() {
        Cookie device = remember("rogn-nurse", request(false));
        seen("rogn-nurse", OffsetDateTime.now().minusDays(89));
        assertThat(devices.sender(login("rogn-nurse", device)).device()).isNotEmpty();
        seen("rogn-nurse", OffsetDateTime.now().minusDays(91));
        assertThat(devices.sender(login("rogn-nurse", device)).device()).isEmpty();
        remember("rogn-office", request(false));
        assertThat(jdbc.sql("select count(*) from known_device where account = 'rogn-nurse'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("har en egen kapsel over TLS")
    void overTls() {
        Cookie device = remember("rogn-principal", request(true));
        assertThat(device.getName()).isEqualTo("__Host-tolv-device");
        assertThat(device.getSecure()).isTrue();
        assertThat(devices.sender(login("rogn-principal", device)).device()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,                10.0.0.1",
        "2001:db8:0:1:2:3:4:5,    20010db800000001",
        "2001:db8:0:1:ffff::1,    20010db800000001",
        "ikke en adresse,         ikke en adresse"
    })
    @DisplayName("og et nett er en adresse, i IPv6 det en husstand har for seg selv")
    void network(String address, String network) {
        MockHttpServletRequest request = request(false);
        request.setRemoteAddr(address);
        assertThat(Sender.of(request, "x")).isEqualTo(new Sender(network, "x"));
    }

    @Test
    @DisplayName("et forsøk uten avsender kommer fra ingen steder")
    void withoutSender() {
        TestingAuthenticationToken attempt = new TestingAuthenticationToken("a", "b");
        assertThat(Sender.of(attempt)).isEqualTo(new Sender("", ""));
        attempt.setDetails(new Sender("10.0.0.1", "x"));
        assertThat(Sender.of(attempt)).isEqualTo(new Sender("10.0.0.1", "x"));
    }

    private Cookie remember(String account, MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember(account, request, response);
        return response.getCookies().length == 0 ? null : response.getCookies()[0];
    }

    private void seen(String account, OffsetDateTime at) {
        jdbc.sql("update known_device set seen_at = ? where account = ?")
                .params(at, account)
                .update();
    }

    private static MockHttpServletRequest login(String account, Cookie device) {
        MockHttpServletRequest request = request(false);
        if (account != null) {
            request.setParameter("username", account);
        }
        if (device != null) {
            request.setCookies(device);
        }
        return request;
    }

    private static MockHttpServletRequest request(boolean tls) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(tls);
        return request;
    }
}
