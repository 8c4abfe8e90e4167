package no.tolv.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(CaseFileDatabase.class)
@DisplayName("Saksmappa")
class CaseFilesTest {

    private static final Instant NOW = CaseFileDatabase.NOW;

    @Autowired
    CaseFiles cases;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName("åpner saker med nummer uten hull for hver enhet")
    void numbersEachUnit() {
        assertThat(open("numbered").caseNumber()).isEqualTo("NUMBERED-2026-0001");
        assertThat(open("numbered").caseNumber()).isEqualTo("NUMBERED-2026-0002");
        assertThat(open("another").caseNumber()).isEqualTo("ANOTHER-2026-0001");
    }

    @Test
    @DisplayName("gir tilbake nummeret når saken likevel ikke ble åpnet")
    void leavesNoGapAfterRollback() {
        open("rolled");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            open("rolled");
            status.setRollbackOnly();
        });
        assertThat(open("rolled").caseNumber()).isEqualTo("ROLLED-2026-0002");
    }

    @Test
    @DisplayName("gir hvert sitt nummer til åtte som melder samtidig")
    void numbersWithoutGapsUnderConcurrency() throws Exception {
        assertThat(openAtOnce(8, 10))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 80)
                        .mapToObj("CROWDED-2026-%04d"::formatted)
                        .toList());
    }

    @Test
    @DisplayName("finner saken igjen slik den ble åpnet")
    void findsWhatWasOpened() {
        CaseFile opened = open("found");
        assertThat(cases.find(opened.caseNumber())).contains(opened);
        assertThat(cases.find("FOUND-2026-9999")).isEmpty();
    }

    @Test
    @DisplayName("teller runder, og lukkede saker er ikke åpne")
    void countsRoundsAndListsOpenCases() {
        CaseFile first = cases.open("listed", "elev-liste", NOW, NOW.plus(Duration.ofDays(7)));
        CaseFile second = cases.open("listed", "elev-liste", NOW, NOW.plus(Duration.ofDays(7)));
        cases.setStatus(first.caseNumber(), CaseFile.Status.CLOSED);
        assertThat(cases.openCasesOf("elev-liste"))
                .extracting(CaseFile::caseNumber)
                .containsExactly(second.caseNumber());
        cases.nextRound(first.caseNumber());
        assertThat(cases.find(first.caseNumber()).orElseThrow().round()).isEqualTo(2);
        assertThat(cases.openCasesAt("listed"))
                .extracting(CaseFile::caseNumber)
                .containsExactly(second.caseNumber(), first.caseNumber());
    }

    @Test
    @DisplayName("sier fra når saken ikke finnes")
    void refusesUnknownCases() {
        assertThatThrownBy(() -> cases.lock("NOWHERE-2026-0001"))
                .isInstanceOf(UnknownCase.class)
                .hasMessageContaining("NOWHERE-2026-0001");
        assertThatThrownBy(() -> cases.setStatus("NOWHERE-2026-0001", CaseFile.Status.CLOSED))
                .isInstanceOf(UnknownCase.class);
    }

    private CaseFile open(String unit) {
        return cases.open(unit, "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
    }

    private List<String> openAtOnce(int threads, int each) throws Exception {
        ExecutorService reporters = Executors.newFixedThreadPool(threads);
        Callable<List<String>> reporting = () -> IntStream.range(0, each)
                .mapToObj(report -> open("crowded").caseNumber())
                .toList();
        List<Future<List<String>>> reported = reporters.invokeAll(
                IntStream.range(0, threads).mapToObj(reporter -> reporting).toList());
        reporters.shutdown();
        return reported.stream().flatMap(done -> numbers(done).stream()).toList();
    }

    private static List<String> numbers(Future<List<String>> done) {
        try {
            return done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
