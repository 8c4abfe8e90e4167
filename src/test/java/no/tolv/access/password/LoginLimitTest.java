package no.tolv.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ingen stenges ute for godt")
class LoginLimitTest {

    private static final Sender SCHOOL = new Sender("10.0.0.1", "");

    private final Clock clock = new Clock();
    private final LoginLimit limit = new LoginLimit(10, 100, clock);

    private static class Clock implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void advance(Duration time) {
            nanos += time.toNanos();
        }
    }

    @Test
    @DisplayName("etter ti feil må man vente, men aldri mer enn noen minutter på neste forsøk")
    void recovers() {
        assertThat(admitted("a", SCHOOL, 11)).isEqualTo(10);

        clock.advance(Duration.ofMinutes(6));
        assertThat(admitted("a", SCHOOL, 2)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(admitted("a", SCHOOL, 11)).isEqualTo(10);
    }

    @Test
    @DisplayName("høyst tjue forsøk på en konto i en time, uansett hvor mange adresser de kommer fra")
    void manyAddresses() {
        int admitted = 0;
        for (int guess = 0; guess < 3600; guess++) {
            admitted += admitted("a", new Sender("10.1." + guess % 250 + ".1", ""), 1);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(admitted).isBetween(19, 20);
    }

    @Test
    @DisplayName("én adresse kan ikke prøve seg på mange kontoer")
    void manyAccounts() {
        int admitted = 0;
        for (int guess = 0; guess < 1000; guess++) {
            admitted += admitted("account-" + guess, SCHOOL, 1);
        }
        assertThat(admitted).isEqualTo(100);
    }

    @Test
    @DisplayName("har én adresse brukt opp sine forsøk, blir ingen flere passord sett på derfra")
    void closed() {
        assertThat(limit.isOpen("ny", SCHOOL)).isTrue();
        for (int guess = 0; guess < 100; guess++) {
            limit.count("account-" + guess, SCHOOL);
        }
        assertThat(limit.isOpen("ny", SCHOOL)).isFalse();
    }

    @Test
    @DisplayName("et riktig passord teller ikke: en hel skole deler adresse")
    void forgives() {
        for (int login = 0; login < 1000; login++) {
            Attempt attempt = limit.count("account-" + login % 60, SCHOOL);
            assertThat(attempt.isAdmitted()).isTrue();
            attempt.forgive();
        }
    }

    private int admitted(String account, Sender sender, int guesses) {
        int admitted = 0;
        for (int guess = 0; guess < guesses; guess++) {
            admitted += limit.count(account, sender).isAdmitted() ? 1 : 0;
        }
        return admitted;
    }
}
