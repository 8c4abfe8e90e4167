package no.tolv.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.tolv.engine.account.Standing;
import no.tolv.engine.account.TestAccounts;
import no.tolv.organisation.RosterDatabase;
import no.tolv.organisation.provider.IdentityProviders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.session.FindByIndexNameSessionRepository;

@DisplayName("Hva som må være sant for at en økt fortsatt gjelder")
class SessionLoginTest {

    private static final String USER = "rogn-principal";

    private static final String PROVIDER = "entra";
    private static final RosterDatabase ROSTER = new RosterDatabase();

    private final TestAccounts test = new TestAccounts();
    private final SessionLogin logins = new SessionLogin(
            test.accounts,
            ROSTER.providerRoster(),
            new SealedToken(new IdentityProviders(new MockEnvironment())),
            Duration.ofHours(8));
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

    @Test
    @DisplayName("hos en identitetstilbyder gjelder den så lenge rollene den skal bekrefte, er bekreftet")
    void confirmed() {
        askProviderFor("principal");
        loggedInByProvider("all.principal all.employee");
        assertThat(loaded()).isInstanceOfSatisfying(OAuth2AuthenticationToken.class, token -> {
            assertThat(token.getName()).isEqualTo(USER);
            assertThat(token.getAuthorizedClientRegistrationId()).isEqualTo(PROVIDER);
        });
        loggedInByProvider("all.employee");
        assertEnded();
    }

    @Test
    @DisplayName("en identitetstilbyder som ikke skal bekrefte noe, behøver ikke si noe")
    void notAsked() {
        askProviderFor("nurse");
        loggedInByProvider(null);
        assertThat(loaded().getName()).isEqualTo(USER);
    }

    private static void askProviderFor(String role) {
        JdbcClient roster = JdbcClient.create(ROSTER.source());
        roster.sql("delete from provider_group").update();
        roster.sql("insert into provider_group values (?, 'en gruppe der', 'all', ?)")
                .params(PROVIDER, role)
                .update();
    }

    private void loggedInByProvider(String confirmed) {
        loggedIn(Duration.ZERO, PROVIDER, "bevis", confirmed);
    }

    private void loggedIn(Duration ago) {
        loggedIn(ago, null, null, null);
    }

    private void loggedIn(Duration ago, String provider, String idToken, String confirmed) {
        Login login = (Login) session.getAttribute(Login.ATTRIBUTE);
        session.setAttribute(
                Login.ATTRIBUTE,
                new Login(
                        USER,
                        Instant.now().minus(ago).toEpochMilli(),
                        login.groups(),
                        login.credential(),
                        provider,
                        idToken,
                        confirmed));
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
