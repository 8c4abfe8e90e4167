package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.tolv.engine.account.TestAccounts;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayName("Motoren og webapplikasjonene får vite hvem som er kommet inn, og ikke mer enn det")
class WhoIsThereTest {

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("motoren får id, grupper og enheter så lenge forespørselen varer, også når den går galt")
    void engine() throws Exception {
        TestAccounts test = new TestAccounts();
        test.add("rogn-leder", "prove-passord-12", "rogn.principal");
        test.place("rogn-leder", "rogn");
        EngineIdentity filter = new EngineIdentity(test.identity);
        List<Authentication> seen = new ArrayList<>();
        FilterChain engine = (request, response) -> seen.add(test.identity.getCurrentAuthentication());
        come(test, "rogn-leder");
        filter.doFilter(request("GET", "/engine-rest/task"), new MockHttpServletResponse(), engine);
        filter.doFilter(request("GET", "/camunda/api/x"), new MockHttpServletResponse(), engine);
        FilterChain broken = (request, response) -> {
            throw new ServletException("gikk galt");
        };
        assertThatThrownBy(() ->
                        filter.doFilter(request("GET", "/engine-rest/task"), new MockHttpServletResponse(), broken))
                .hasMessage("gikk galt");
        assertThat(test.identity.getCurrentAuthentication()).isNull();
        beStranger();
        filter.doFilter(request("GET", "/meld"), new MockHttpServletResponse(), engine);
        SecurityContextHolder.clearContext();
        filter.doFilter(request("GET", "/meld"), new MockHttpServletResponse(), engine);

        assertThat(seen).hasSize(4);
        assertThat(seen.get(0).getUserId()).isEqualTo("rogn-leder");
        assertThat(seen.get(0).getGroupIds()).containsExactly("rogn.principal");
        assertThat(seen.get(0).getTenantIds()).containsExactly("rogn");
        assertThat(seen.subList(1, 4)).containsOnlyNulls();
    }

    @Test
    @DisplayName("webapplikasjonene får den som er logget inn, og ingen ellers")
    void webApps() throws Exception {
        TestAccounts test = new TestAccounts();
        test.add("rogn-leder", "prove-passord-12", "rogn.principal");
        test.place("rogn-leder", "rogn");
        WebAppIdentity filter = new WebAppIdentity(test.accounts);
        List<UserAuthentication> seen = new ArrayList<>();
        FilterChain webApp = (request, response) -> seen.add(known((HttpServletRequest) request));
        assertThat(asked(filter, webApp).getStatus()).isEqualTo(401);
        beStranger();
        assertThat(asked(filter, webApp).getStatus()).isEqualTo(401);
        assertThat(seen).isEmpty();
        come(test, "rogn-leder");
        assertThat(asked(filter, webApp).getStatus()).isEqualTo(200);
        assertThat(seen).singleElement().satisfies(known -> {
            assertThat(known.getIdentityId()).isEqualTo("rogn-leder");
            assertThat(known.getGroupIds()).containsExactly("rogn.principal");
            assertThat(known.getTenantIds()).containsExactly("rogn");
        });
    }

    private static UserAuthentication known(HttpServletRequest request) {
        return (UserAuthentication) AuthenticationUtil.getAuthsFromSession(request.getSession())
                .getAuthenticationForProcessEngine("default");
    }

    private static MockHttpServletResponse asked(WebAppIdentity filter, FilterChain webApp) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        filter.doFilter(request("GET", "/camunda/api/x"), answer, webApp);
        return answer;
    }

    @Test
    @DisplayName(
            "hvem som spør, er notert så lenge forespørselen varer; økten får ikke vite det, og er ellers som den var")
    void note() {
        MockHttpServletRequest request = request("GET", "/camunda/api/x");
        Authentications note = new Authentications();
        IntroducedRequest introduced = new IntroducedRequest(request, note);
        assertThat(introduced.getSession(false)).isNull();
        HttpSession session = introduced.getSession();
        session.setAttribute("annet", "verdi");
        AuthenticationUtil.updateSession(session, new Authentications());
        assertThat(AuthenticationUtil.getAuthsFromSession(session)).isSameAs(note);
        assertThat(session.getAttribute("annet")).isEqualTo("verdi");
        assertThat(Collections.list(request.getSession().getAttributeNames())).containsExactly("annet");
        session.invalidate();
        assertThatThrownBy(session::invalidate).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("en webapplikasjon er åpen for den som har rett til den, og det er som før når det er sett etter")
    void openApps() {
        TestAccounts test = new TestAccounts();
        test.add("rogn-leder", "prove-passord-12", "rogn.principal");
        Authorization grant = test.engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId("rogn.principal");
        grant.setResource(Resources.APPLICATION);
        grant.setResourceId("cockpit");
        grant.addPermission(Permissions.ACCESS);
        test.engine.getAuthorizationService().saveAuthorization(grant);
        test.add("rogn-annen", "prove-passord-12", "rogn.employee");
        WebAppUser leader = webAppUser(test, "rogn-leder");
        WebAppUser other = webAppUser(test, "rogn-annen");
        test.identity.setAuthentication("rogn-leder", List.of("rogn.principal"), List.of("rogn"));

        assertThat(leader.getAuthorizedApps()).containsExactlyInAnyOrder("welcome", "cockpit");
        assertThat(leader.isAuthorizedForApp("cockpit")).isTrue();
        assertThat(leader.isAuthorizedForApp("admin")).isFalse();
        assertThat(other.getAuthorizedApps()).containsExactly("welcome");
        assertThat(test.identity.getCurrentAuthentication())
                .usingRecursiveComparison()
                .isEqualTo(new Authentication("rogn-leder", List.of("rogn.principal"), List.of("rogn")));
        test.identity.clearAuthentication();
        test.engine.getAuthorizationService().deleteAuthorization(grant.getId());
    }

    private static WebAppUser webAppUser(TestAccounts test, String user) {
        return new WebAppUser(test.accounts, test.accounts.standing(user).orElseThrow());
    }

    @ParameterizedTest(name = "{0} {1}, økt {2}, «{3}»: {4}")
    @CsvSource({
        "POST,   true,  ,                true",
        "PUT,    true,  ,                true",
        "DELETE, true,  Bearer x,        true",
        "POST,   true,  Basi,            true",
        "POST,   true,  Basic x,         false",
        "POST,   true,  bASIC x,         false",
        "POST,   false, ,                false",
        "GET,    true,  ,                false",
        "HEAD,   true,  ,                false",
        "OPTIONS, true, ,                false",
        "TRACE,  true,  ,                false"
    })
    @DisplayName("en endring trenger bevis når nettleseren sier hvem det er av seg selv")
    void forgeable(String method, boolean session, String authorization, boolean needsProof) {
        MockHttpServletRequest request = request(method, "/engine-rest/task/x/claim");
        if (session) {
            request.setSession(new MockHttpSession());
        }
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        assertThat(new ForgeableChange().matches(request)).isEqualTo(needsProof);
    }

    @ParameterizedTest(name = "{0}, svar {1}: økten er slutt {2}")
    @CsvSource({
        "/camunda/api/admin/auth/user/default/logout, 204, true",
        "/camunda/api/admin/auth/user/default/logout, 300, false",
        "/camunda/api/admin/auth/user/default/logout, 403, false",
        "/camunda/api/admin/auth/user/default,        200, false"
    })
    @DisplayName("utlogging i en webapplikasjon avslutter økten når den gikk bra")
    void webAppLogout(String path, int status, boolean ended) throws Exception {
        MockHttpServletRequest request = request("POST", path);
        MockHttpSession session = new MockHttpSession();
        request.setSession(session);
        new WebAppLogout()
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (asked, answer) -> ((MockHttpServletResponse) answer).setStatus(status));
        assertThat(session.isInvalid()).isEqualTo(ended);
    }

    @Test
    @DisplayName("utlogging uten økt går bra")
    void webAppLogoutWithoutSession() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new WebAppLogout()
                .doFilter(
                        request("POST", "/camunda/api/admin/auth/user/default/logout"),
                        new MockHttpServletResponse(),
                        chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static void come(TestAccounts test, String user) {
        TestingAuthenticationToken login = new TestingAuthenticationToken(user, null);
        login.setDetails(test.accounts.standing(user).orElseThrow());
        SecurityContextHolder.getContext().setAuthentication(login);
    }

    private static void beStranger() {
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "ukjent", AuthorityUtils.createAuthorityList("ANONYMOUS")));
    }
}
