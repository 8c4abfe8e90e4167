package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

@DisplayName("En rad slipper inn dem den nevner, og raden som passer først, avgjør")
class WhoMayTest {

    private final Routes routes = new Routes();

    @ParameterizedTest(name = "{0}: uinnlogget {1}, ansatt {2}, leder {3}, prosessadministrator {4}")
    @CsvSource({
        "EVERYONE,      true,  true,  true,  true",
        "STAFF,         false, true,  true,  true",
        "MANAGERS,      false, false, true,  false",
        "PROCESS_ADMIN, false, false, false, true",
        "NOBODY,        false, false, false, false"
    })
    void admits(Who who, boolean stranger, boolean staff, boolean manager, boolean processAdmin) {
        assertThat(who.admits(null)).isEqualTo(stranger);
        assertThat(who.admits(stranger())).isEqualTo(stranger);
        assertThat(who.admits(somebody("all.teacher", "midtstuen.principal"))).isEqualTo(staff);
        assertThat(who.admits(somebody("all.principal"))).isEqualTo(manager);
        assertThat(who.admits(somebody("all.processAdmin"))).isEqualTo(processAdmin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.principal", "all.kindergartenHead", "all.owner", "all.monitor"})
    @DisplayName("ledere er de fire rollene som følger sakene, og ingen andre")
    void managers(String group) {
        assertThat(Who.MANAGERS.admits(somebody("all.employee", group))).isTrue();
        assertThat(Who.MANAGERS.admits(somebody("all.deputyPrincipal", "all.ownerAdviser", "all.privacyOfficer")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    @DisplayName("den som har rollene uten å være logget inn, er ikke inne")
    void notAuthenticated(Who who) {
        Authentication claimed = somebody("all.principal", "all.processAdmin");
        claimed.setAuthenticated(false);
        assertThat(who.admits(claimed)).isEqualTo(who == Who.EVERYONE);
    }

    @Test
    @DisplayName("hver har sitt ord i rutefilen")
    void words() {
        assertThat(List.of("everyone", "staff", "managers", "processAdmin", "nobody"))
                .extracting(Who::of)
                .containsExactly(Who.values());
        assertThatThrownBy(() -> Who.of("alle")).hasMessageContaining("«alle»");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET,    /engine-rest/task/x,                        true",
        "GET,    /engine-rest/task/x/,                       true",
        "HEAD,   /engine-rest/task/x,                        true",
        "GET,    /camunda/api/engine/engine/default/task/x,  true",
        "DELETE, /engine-rest/process-instance/x,            false",
        "GET,    /engine-rest/process-instance/x,            false",
        "POST,   /engine-rest/deployment/create,             false",
        "GET,    /finnes-ikke,                               false",
        "TRACE,  /engine-rest/task/x,                        false",
        "GET,    /,                                          true"
    })
    @DisplayName("en lærer kommer dit radene sier, og ingen andre steder")
    void routes(String method, String path, boolean open) {
        assertThat(granted(method, path, somebody("all.teacher"))).isEqualTo(open);
        assertThat(granted(method, path, stranger())).isFalse();
    }

    @Test
    @DisplayName("en leder og en prosessadministrator kommer lenger, hver sin vei")
    void otherRoles() {
        Authentication manager = somebody("all.principal");
        Authentication admin = somebody("all.processAdmin");
        assertThat(granted("GET", "/engine-rest/process-instance/x", manager)).isTrue();
        assertThat(granted("GET", "/engine-rest/process-instance/x", admin)).isFalse();
        assertThat(granted("POST", "/engine-rest/deployment/create", manager)).isFalse();
        assertThat(granted("POST", "/engine-rest/deployment/create", admin)).isTrue();
        assertThat(granted("GET", "/login", stranger())).isTrue();
    }

    @Test
    @DisplayName("det som er åpent for noen, er noen annens; det som er stengt for alle eller ikke er der, er ikke det")
    void somebodyElses() {
        assertThat(routes.isSomebodyElses(request("GET", "/engine-rest/process-instance/x")))
                .isTrue();
        assertThat(routes.isSomebodyElses(request("DELETE", "/engine-rest/process-instance/x")))
                .isFalse();
        assertThat(routes.isSomebodyElses(request("GET", "/finnes-ikke"))).isFalse();
    }

    @Test
    @DisplayName("raden som avgjør, er den første som passer")
    void firstRow() {
        Optional<Route> row = routes.of("GET", "/actuator/health");
        assertThat(row).get().extracting(Route::isShut).isEqualTo(false);
        assertThat(routes.of("GET", "/actuator/env"))
                .get()
                .extracting(Route::isShut)
                .isEqualTo(true);
        assertThat(routes.all()).contains(row.orElseThrow());
    }

    private boolean granted(String method, String path, Authentication who) {
        return routes.check(() -> who, new RequestAuthorizationContext(request(method, path)))
                .isGranted();
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static Authentication somebody(String... groups) {
        return new TestingAuthenticationToken("noen", null, groups);
    }

    private static Authentication stranger() {
        return new AnonymousAuthenticationToken("key", "ukjent", AuthorityUtils.createAuthorityList("ANONYMOUS"));
    }
}
