package no.tolv.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import no.tolv.engine.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

@DisplayName("Et passord slipper inn den det er sitt, så lenge det er det")
class PasswordCheckTest {

    private static final String USER = "rogn-principal";
    private static final String RIGHT = "prove-passord-12";
    private static final Sender HOME = new Sender("10.0.0.1", "");

    private final TestAccounts test = new TestAccounts();
    private LoginLimit limit;
    private PasswordCheck check;

    @BeforeEach
    void anAccount() {
        test.add(USER, RIGHT, "all.principal");
        limit = new LoginLimit(3, 100);
        check = new PasswordCheck(test.accounts, limit, new RecentPasswords(), new HashingPlaces());
    }

    @AfterEach
    void leave() {
        test.identity.deleteUser(USER);
    }

    @Test
    @DisplayName("det rette slipper inn med rollene, uten at passordet blir med")
    void right() {
        Authentication in = check.authenticate(attempt(USER, RIGHT));
        assertThat(in.isAuthenticated()).isTrue();
        assertThat(in.getName()).isEqualTo(USER);
        assertThat(in.getCredentials()).isNull();
        assertThat(in.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("all.principal");
        assertThat(in.getDetails()).isEqualTo(test.accounts.standing(USER).orElseThrow());
    }

    @Test
    @DisplayName("et galt passord, en ukjent konto og en tom får samme svar")
    void wrong() {
        assertRefused(USER, "feil");
        assertRefused("ukjent", RIGHT);
        assertRefused("", "");
    }

    @Test
    @DisplayName("tre feil stanser også det rette; fem rette teller ikke")
    void counted() {
        for (int login = 0; login < 5; login++) {
            check = new PasswordCheck(test.accounts, limit, new RecentPasswords(), new HashingPlaces());
            assertThat(check.authenticate(attempt(USER, RIGHT))).isNotNull();
        }
        for (int guess = 0; guess < 3; guess++) {
            assertRefused(USER, "feil-" + guess);
        }
        assertRefused(USER, RIGHT);
        assertThat(limit.isOpen(USER, HOME)).isFalse();
        assertThat(limit.isOpen(USER, new Sender("10.0.0.1", "kjent"))).isTrue();
    }

    @Test
    @DisplayName("en konto som er stengt for gjetning, er det også for det som nettopp var rett")
    void closedAlsoForRecent() {
        check.authenticate(attempt(USER, RIGHT));
        for (int guess = 0; guess < 3; guess++) {
            limit.count(USER, HOME);
        }
        assertRefused(USER, RIGHT);
    }

    @Test
    @DisplayName("brukes forsøkene opp mens man venter på plass, blir passordet ikke sett på")
    void closedMeanwhile() {
        HashingPlaces crowded = new HashingPlaces() {
            @Override
            boolean check(BooleanSupplier password) {
                for (int guess = 0; guess < 3; guess++) {
                    limit.count(USER, HOME);
                }
                return super.check(password);
            }
        };
        check = new PasswordCheck(test.accounts, limit, new RecentPasswords(), crowded);
        assertRefused(USER, RIGHT);
    }

    @Test
    @DisplayName("et nytt passord gjelder straks, og det gamle ikke lenger")
    void changed() {
        check.authenticate(attempt(USER, RIGHT));
        test.setPassword(USER, "et-annet-passord-12");
        assertRefused(USER, RIGHT);
        assertThat(check.authenticate(attempt(USER, "et-annet-passord-12"))).isNotNull();
        test.setPassword(USER, RIGHT);
        assertThat(check.authenticate(attempt(USER, RIGHT))).isNotNull();
    }

    @Test
    @DisplayName("det er for passord, og ingenting annet")
    void supports() {
        assertThat(check.supports(UsernamePasswordAuthenticationToken.class)).isTrue();
        assertThat(check.supports(TestingAuthenticationToken.class)).isFalse();
    }

    @Test
    @DisplayName("det som nettopp er sjekket, sjekkes ikke om igjen; en annens eller et galt gjør det")
    void remembered() {
        RecentPasswords recent = new RecentPasswords();
        AtomicInteger checks = new AtomicInteger();
        BooleanSupplier right = () -> checks.incrementAndGet() > 0;
        assertThat(recent.proves("a", "p", "mark", right)).isTrue();
        assertThat(recent.proves("a", "p", "mark", right)).isTrue();
        assertThat(checks).hasValue(1);
        assertThat(recent.proves("a", "p", "new mark", () -> false)).isFalse();
        assertThat(recent.proves("a", "p", "mark", right)).isTrue();
        assertThat(recent.proves("b", "p", "mark", right)).isTrue();
        assertThat(recent.proves("a", "q", "mark", right)).isTrue();
        assertThat(recent.proves("ap", "", "mark", right)).isTrue();
        assertThat(checks).hasValue(5);
    }

    @Test
    @DisplayName("bare noen få passord sjekkes samtidig; den som ikke får plass, får nei")
    void places() {
        HashingPlaces one = new HashingPlaces(1, Duration.ZERO);
        assertThat(one.check(() -> one.check(() -> true))).isFalse();
        assertThat(one.check(() -> !one.check(() -> true))).isTrue();
        assertThat(one.check(() -> false)).isFalse();
        Thread.currentThread().interrupt();
        assertThat(one.check(() -> true)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(one.check(() -> true)).isTrue();
    }

    private void assertRefused(String user, String password) {
        assertThatThrownBy(() -> check.authenticate(attempt(user, password)))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("Feil brukernavn eller passord.");
    }

    private static Authentication attempt(String user, String password) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(user, password);
        attempt.setDetails(HOME);
        return attempt;
    }
}
