package no.tolv.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import no.tolv.casefile.CaseFile.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(CaseFileDatabase.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@DisplayName("En sak som en transaksjon holder")
class HeldCasesTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Instant WALL = CaseFileDatabase.NOW.plus(Duration.ofDays(7));
    private static final String STAFF = "hagen-teacher";

    @Autowired
    CaseFiles cases;

    @Autowired
    Exclusions exclusions;

    @Autowired
    CaseLog log;

    @Autowired
    PlatformTransactionManager transactions;

    private String caseNumber;

    @BeforeEach
    void open() {
        caseNumber = cases.open("hagen", null, CaseFileDatabase.NOW, WALL).caseNumber();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    @Test
    @DisplayName("viser straks det transaksjonen selv skriver")
    void showsItsOwnWrites() {
        inTransaction(() -> {
            cases.lock(caseNumber);
            assertThat(exclusions.of(caseNumber)).isEmpty();
            exclusions.add(caseNumber, STAFF, "disqualified");
            cases.setStatus(caseNumber, Status.PLANNED);
            assertThat(exclusions.of(caseNumber)).containsExactly(STAFF);
            assertThat(cases.find(caseNumber)).map(CaseFile::status).contains(Status.PLANNED);
            assertThat(cases.lock(caseNumber).status()).isEqualTo(Status.PLANNED);
        });
    }

    @Test
    @DisplayName("viser den som ventet på den, det som er skrevet imens")
    void showsWhatWasWrittenMeanwhile() {
        CompletableFuture<Void> hasRead = new CompletableFuture<>();
        CompletableFuture<Set<String>> waiter = new CompletableFuture<>();
        inTransaction(() -> {
            cases.lock(caseNumber);
            exclusions.add(caseNumber, STAFF, "disqualified");
            waiter.completeAsync(() -> new TransactionTemplate(transactions).execute(status -> {
                assertThat(exclusions.of(caseNumber)).isEmpty();
                hasRead.complete(null);
                cases.lock(caseNumber);
                return exclusions.of(caseNumber);
            }));
            assertThat(hasRead).succeedsWithin(LONGEST);
        });
        assertThat(waiter).succeedsWithin(LONGEST).isEqualTo(Set.of(STAFF));
    }

    @Test
    @DisplayName("har en hel logg etter flere linjer i en transaksjon")
    void keepsTheChain() {
        inTransaction(() -> {
            say("En");
            say("To");
        });
        inTransaction(() -> say("Tre"));
        assertThat(log.entries(caseNumber)).extracting(LogEntry::sequence).containsExactly(1, 2, 3);
        assertThat(log.firstBroken(caseNumber)).isEqualTo(Optional.empty());
    }

    private void say(String what) {
        log.append(CaseLog.Draft.bySystem(caseNumber, Duty.DOCUMENT, null, null, what));
    }
}
