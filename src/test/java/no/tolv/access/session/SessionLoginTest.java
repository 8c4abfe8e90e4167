package no.tolv.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.tolv.engine.account.Standing;
import no.tolv.engine.account.TestAccounts;
import no.tolv.organisation.provider.IdentityProviders;
import no.tolv.organisation.provider.ProviderRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.session.FindByIndexNameSessionRepository;

@DisplayName("Hva som må være sant for at en økt fortsatt gjelder")
class SessionLoginTest {

    private static final String USER = "rogn-principal";

    private static final IdentityProviders PROVIDERS = new IdentityProviders(new MockEnvironment());

    private final TestAccounts test = new TestAccounts();
    private final SessionLogin logins = new SessionLogin(
            test.accounts, new ProviderRoster(null, PROVIDERS), new SealedToken(PROVIDERS), Duration.ofHours(8));
    private MockHttpSession session;

    @BeforeEach
    void logIn() {
        test.add(USER, "prove-passord-12", "all.principal", "all.employee");
        session = new MockHttpSession();
        logins.saveContext(
                new SecurityContextImpl(new TestingAuthenticationToken(USER, null)),
                request(),
                new MockHttpServletResponse());
    }

    @AfterEach
    void leave() {
        test.identity.deleteUser(USER);
    }

    @Test
    @DisplayName("den som er inne, har rollene som gjelder nå")
    void holds() {
        assertThat(logins.containsContext(request())).isTrue();
        assertThat(session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME))
                .isEqualTo(USER);
        test.join(USER, "all.teacher");
        assertThat(loaded().getName()).isEqualTo(USER);
        assertThat(loaded().isAuthenticated()).isTrue();
        assertThat(loaded().getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("all.principal", "all.employee", "all.teacher");
    }

    @Test
    @DisplayName("en tapt rolle avslutter den")
    void roleLost() {
        test.identity.deleteMembership(USER, "all.principal");
        assertEnded();
    }

    @Test
    @DisplayName("et nytt passord avslutter den")
    void passwordChanged() {
        test.setPassword(USER, "et-annet-passord-12");
        assertEnded();
    }

    @Test
    @DisplayName("en konto som er borte, avslutter den")
    void accountGone() {
        test.identity.deleteUser(USER);
        assertEnded();
    }

    @Test
    @DisplayName("åtte timer avslutter den, ett minutt mindre gjør det ikke")
    void absolute() {
        loggedIn(Duration.ofHours(8).minusMinutes(1));
        assertThat(loaded()).isNotNull();
        loggedIn(Duration.ofHours(8).plusMinutes(1));
        assertEnded();
    }

    @Test
    @DisplayName("uten økt, uten innlogging eller med noe annet i den er ingen inne")
    void nobody() {
        assertThat(loaded(new MockHttpServletRequest())).isNull();
        assertThat(logins.containsContext(new MockHttpServletRequest())).isFalse();
        session.setAttribute(Login.ATTRIBUTE, "noe annet");
        assertThat(loaded()).isNull();
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    @DisplayName("utlogging tar innloggingen ut av økten, og lager ingen for den som ikke har en")
    void emptied() {
        MockHttpServletRequest stranger = new MockHttpServletRequest();
        logins.saveContext(new SecurityContextImpl(), stranger, new MockHttpServletResponse());
        assertThat(stranger.getSession(false)).isNull();
        logins.saveContext(new SecurityContextImpl(), request(), new MockHttpServletResponse());
        assertThat(logins.containsContext(request())).isFalse();
        assertThat(loaded()).isNull();
    }

    @Test
    @DisplayName("den som ikke har noen rolle, kan være inne")
    void withoutGroups() {
        test.add("ny", "prove-passord-12");
        Standing standing = test.accounts.standing("ny").orElseThrow();
        assertThat(new Login("ny", 0, "", standing.credential(), null, null, null).holds(standing))
                .isTrue();
        test.identity.deleteUser("ny");
    }

    private void loggedIn(Duration ago) {
        Login login = (Login) session.getAttribute(Login.ATTRIBUTE);
        session.setAttribute(
                Login.ATTRIBUTE,
                new Login(
                        USER,
                        Instant.now().minus(ago).toEpochMilli(),
                        login.groups(),
                        login.credential(),
                        null,
                        null,
                        null));
    }

    private void assertEnded() {
        assertThat(loaded()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    private Authentication loaded() {
        return loaded(request());
    }

    @SuppressWarnings("deprecation")
    private Authentication loaded(MockHttpServletRequest request) {
        return logins.loadContext(new HttpRequestResponseHolder(request, new MockHttpServletResponse()))
                .getAuthentication();
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return request;
    }
}
