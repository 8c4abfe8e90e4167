package no.tolv.casefile;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.tolv.casefile.Involvements.Part;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({CaseFileDatabase.class, CaseFilePostgresIT.Postgres.class})
@DisplayName("Saksmappa i PostgreSQL")
class CaseFilePostgresIT {

    @TestConfiguration
    static class Postgres {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        /** In the place of H2. */
        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                    .load()
                    .migrate();
            return postgres.getPostgresDatabase();
        }
    }

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLog log;

    @Autowired
    TaskRecords records;

    @Autowired
    Hearings hearings;

    @Autowired
    Involvements involvements;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Readings readings;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("gir nummer uten hull til dem som melder samtidig")
    void numbersWithoutGaps() {
        List<String> numbers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(report -> open("crowded").caseNumber())
                .toList();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj("CROWDED-2026-%04d"::formatted)
                        .toList());
    }

    @Test
    @DisplayName("gir tilbake det som ble skrevet, og nekter å endre det")
    void keepsWhatWasWritten() {
        CaseFile file = open("kept");
        String caseNumber = file.caseNumber();
        LogEntry line = log.append(new CaseLog.Draft(
                caseNumber, "kept-teacher", "teacher", null, null, null, null, "Lang", "Æ🐿".repeat(10_000), null));
        log.append(CaseLog.Draft.bySystem(caseNumber, Duty.FOLLOW, "e", "d:1", "Fulgt"));
        TaskRecord record = records.add(caseNumber, "analyse", null, null, Map.of("needs", "Ø".repeat(25_000)));
        Hearing hearing = new Hearing(
                caseNumber, 1, "elev-ekorn", "a", LocalDate.of(2026, 11, 20), "declined", null, null, true, "x", NOW);
        hearings.add(hearing);
        involvements.add(caseNumber, "kept-teacher", Part.INVESTIGATOR);
        exclusions.add(caseNumber, "kept-assistant", "suspected");
        readings.add(caseNumber, "kept-teacher", "case", true, new Readings.Origin("api", "127.0.0.1"));
        assertThat(cases.find(caseNumber)).contains(file);
        assertThat(log.entries(caseNumber)).hasSize(2).first().isEqualTo(line);
        assertThat(log.firstBroken(caseNumber)).isEmpty();
        assertThat(records.latest(caseNumber, "analyse")).contains(record);
        assertThat(hearings.latestOfPupil(caseNumber)).contains(hearing);
        assertThat(involvements.casesOf("kept-teacher")).containsExactly(caseNumber);
        assertThat(exclusions.of(caseNumber)).containsExactly("kept-assistant");
        for (String table : List.of("log_entry", "hearing", "task_record", "case_reading")) {
            assertRefused("delete from " + table, table);
            assertRefused("update " + table + " set case_number = case_number", table);
            assertRefused("truncate " + table + " cascade", table);
        }
    }

    private void assertRefused(String sql, String table) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .hasStackTraceContaining("Rader i " + table + " kan ikke endres eller slettes");
    }

    private CaseFile open(String unit) {
        return cases.open(unit, "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
    }
}
