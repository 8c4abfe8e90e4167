package no.tolv.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(CaseFileDatabase.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@DisplayName("Loggen i en sak")
class CaseLogTest {

    private static final Instant NOW = CaseFileDatabase.NOW;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;
    private String other;

    @BeforeEach
    void writeTwoLogs() {
        caseNumber = opened();
        other = opened();
        for (int line = 1; line <= 4; line++) {
            say(caseNumber, "Linje " + line);
            say(other, "Annen linje " + line);
        }
    }

    @Test
    @DisplayName("er hel, i rekkefølge og med serverens tid")
    void isWholeAsWritten() {
        assertThat(log.firstBroken(caseNumber)).isEmpty();
        assertThat(log.entries(caseNumber)).extracting(LogEntry::sequence).containsExactly(1, 2, 3, 4);
        assertThat(log.entries(caseNumber)).extracting(LogEntry::writtenAt).containsOnly(NOW);
        assertThat(log.firstBroken(opened())).isEmpty();
    }

    @Test
    @DisplayName("rommer lange tekster ordrett og tåler at noe mangler")
    void keepsLongTexts() {
        String text = "Æ sa «nei» – 🐿 ".repeat(2000);
        LogEntry written = log.append(new CaseLog.Draft(
                caseNumber, "tolv", "system", NOW.minusSeconds(60), null, null, null, "Lang", text, 2));
        assertThat(text).hasSizeGreaterThan(20_000);
        assertThat(log.entries(caseNumber)).last().isEqualTo(written);
        assertThat(log.firstBroken(caseNumber)).isEmpty();
    }

    @Test
    @DisplayName("kan ikke endres eller slettes i databasen")
    void cannotBeRewritten() {
        assertThatThrownBy(() -> tamper("update log_entry set told = 'pyntet' where entry_sequence = 2"))
                .hasStackTraceContaining("Rader i log_entry kan ikke endres eller slettes.");
        assertThatThrownBy(() -> tamper("delete from log_entry where entry_sequence = 2"))
                .hasStackTraceContaining("kan ikke endres eller slettes");
        assertThat(log.firstBroken(caseNumber)).isEmpty();
    }

    @Test
    @DisplayName("viser den første linja som er endret")
    void showsEdits() {
        openTheLock();
        tamper("update log_entry set told = 'pyntet' where entry_sequence = 3 and case_number = '" + caseNumber + "'");
        assertThat(log.firstBroken(caseNumber)).contains(3);
        assertThat(log.firstBroken(other)).isEmpty();
    }

    @Test
    @DisplayName("viser at de siste linjene er fjernet")
    void showsRemovedTail() {
        openTheLock();
        tamper("delete from log_entry where entry_sequence >= 3 and case_number = '" + caseNumber + "'");
        assertThat(log.firstBroken(caseNumber)).contains(3);
    }

    @Test
    @DisplayName("viser at alle linjene er fjernet")
    void showsRemovedWhole() {
        openTheLock();
        tamper("delete from log_entry where case_number = '" + caseNumber + "'");
        assertThat(log.firstBroken(caseNumber)).contains(1);
    }

    @Test
    @DisplayName("viser at to linjer har byttet plass")
    void showsReordering() {
        openTheLock();
        tamper("update log_entry set entry_sequence = 5 - entry_sequence + 100 where entry_sequence in (2, 3)");
        tamper("update log_entry set entry_sequence = entry_sequence - 100 where entry_sequence > 100");
        assertThat(log.firstBroken(caseNumber)).contains(2);
    }

    @Test
    @DisplayName("viser at to saker har byttet logg")
    void showsSwapBetweenCases() {
        openTheLock();
        tamper("update log_entry set case_number = '%s', entry_sequence = entry_sequence + 10 where case_number = '%s'"
                .formatted(other, caseNumber));
        tamper("update log_entry set case_number = '%s' where case_number = '%s' and entry_sequence < 10"
                .formatted(caseNumber, other));
        tamper("update log_entry set entry_sequence = entry_sequence - 10 where entry_sequence > 10");
        assertThat(log.firstBroken(caseNumber)).contains(1);
        assertThat(log.firstBroken(other)).contains(1);
    }

    @Test
    @DisplayName("viser at noe er lagt til utenom")
    void showsForgedTail() {
        openTheLock();
        tamper(
                "insert into log_entry select case_number, 5, actor, acting_role, written_at, happened_at, duty, element,"
                        + " diagram, heading, told, corrects, entry_hash from log_entry where entry_sequence = 4");
        assertThat(log.firstBroken(caseNumber)).contains(5);
    }

    private String opened() {
        return cases.open("logged", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
    }

    private void say(String caseNumber, String text) {
        log.append(new CaseLog.Draft(
                caseNumber, "midtstuen-teacher", "teacher", null, Duty.FOLLOW, "userTask_x", "x:1", "Noe", text, null));
    }

    private void openTheLock() {
        tamper("drop trigger log_entry_is_append_only");
    }

    private void tamper(String sql) {
        jdbc.sql(sql).update();
    }
}
