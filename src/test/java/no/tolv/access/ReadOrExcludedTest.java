package no.tolv.access;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.SmallMunicipality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class, CaseAccess.class})
@DisplayName("Å lese en sak og å bli tatt ut av den går etter hverandre, aldri om hverandre")
class ReadOrExcludedTest {

    private static final String PRINCIPAL = "rogn-principal";

    @Autowired
    CaseAccess access;

    @Autowired
    CaseFiles cases;

    @Autowired
    Exclusions exclusions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private String caseNumber;

    @BeforeEach
    void openCase() {
        caseNumber = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        people.shutdownNow();
    }

    @Test
    @DisplayName("den som har begynt å lese, leser ferdig før utestengingen; neste gang er saken borte")
    void readingFirst() throws Exception {
        Future<String> reading = people.submit(() -> read(() -> stepInside("lest")));
        begun.await();
        Future<?> exclusion = people.submit(() -> exclude(() -> "ute"));
        awaitBlocked();
        assertThat(exclusions.of(caseNumber)).isEmpty();
        goOn.countDown();
        assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo("lest");
        exclusion.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> read(() -> "lest")).isInstanceOf(NoSuchCase.class);
    }

    @Test
    @DisplayName("den som vil lese mens utestengingen skrives, venter og får ingenting")
    void exclusionFirst() throws Exception {
        Future<?> exclusion = people.submit(() -> exclude(() -> stepInside("ute")));
        begun.await();
        Future<String> reading = people.submit(() -> read(() -> "lest"));
        awaitBlocked();
        goOn.countDown();
        exclusion.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> reading.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NoSuchCase.class);
    }

    @Test
    @DisplayName("et avvist forsøk står igjen, også på en sak som ikke finnes")
    void refusalsStay() {
        assertThatThrownBy(() -> access.open(caseNumber, "hassel-teacher", "case", Optional::of))
                .isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> access.open("ROGN-1999-0001", "hassel-teacher", "case", Optional::of))
                .isInstanceOf(NoSuchCase.class);
        assertThat(jdbc.sql("select count(*) from case_reading where reader = 'hassel-teacher' and allowed = false")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private String read(Supplier<String> content) {
        return access.open(caseNumber, PRINCIPAL, "case", opened -> Optional.of(content.get()));
    }

    private String exclude(Supplier<String> afterwards) {
        return new TransactionTemplate(transactions).execute(status -> {
            cases.lock(caseNumber);
            exclusions.add(caseNumber, PRINCIPAL, "disqualified");
            return afterwards.get();
        });
    }

    private String stepInside(String told) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return told;
    }

    /** Until the database says that somebody waits for somebody else. */
    private void awaitBlocked() {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (waiting() == 0) {
            assertThat(System.nanoTime()).as("nobody waits for the case").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
                .query(Integer.class)
                .single();
    }
}
