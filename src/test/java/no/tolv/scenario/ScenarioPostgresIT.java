package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import no.tolv.casefile.CaseFile.Status;
import no.tolv.casefile.CaseLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("Hele saken i PostgreSQL")
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.folder=target/postgres-outbox",
            "spring.datasource.hikari.maximum-pool-size=8"
        })
@ActiveProfiles({"postgres", "demo"})
@Import({CaseWalk.class, SentMail.class})
@DirtiesContext
class ScenarioPostgresIT {

    private static EmbeddedPostgres postgres;

    @Autowired
    CaseWalk walk;

    @Autowired
    SentMail mail;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        postgres = EmbeddedPostgres.start();
        settings.add("TOLV_DATABASE_URL", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("TOLV_DATABASE_USER", () -> "postgres");
        settings.add("TOLV_DATABASE_PASSWORD", () -> "postgres");
    }

    @Test
    @DisplayName("Midtstuen: fra bekymring til trygg elev, med forlengelse og alle frister på veien")
    void fromWorryToSafe() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
        mail.forget();
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        String caseNumber = school.reported();
        assertThat(mail.to("midtstuen-principal")).isNotEmpty();
        walk.registerEvent("midtstuen-contact-teacher", Answers.caseEvent(caseNumber, "serious", walk.today()));
        walk.complete("oslo-owner", "confirmReceipt", Answers.confirmReceipt());
        school.investigated();

        LocalDate evaluation = walk.schoolDayIn(15);
        school.planWritten(evaluation);
        walk.advanceTo(walk.schoolDayIn(6));
        walk.complete("midtstuen-principal", "weeklyFollowUp", Answers.weeklyFollowUp());
        walk.complete("midtstuen-contact-teacher", "followUpMeasure", Answers.followUpMeasure(walk.today()));
        walk.advanceTo(evaluation);
        walk.complete("midtstuen-contact-teacher", "evaluateMeasure", Answers.evaluateMeasure("tooEarly"));
        school.evaluated("no", "tooEarly", "keep");

        LocalDate second = walk.schoolDayIn(10);
        school.planWritten(second);
        walk.complete("midtstuen-counsellor", "discussInTeam", Answers.discussInTeam(walk.today()));
        walk.advanceTo(second);
        LocalDate watchUntil = school.evaluated("yes", "effect", "end").walk.schoolDayIn(10);
        school.closed(watchUntil);
        walk.advanceTo(watchUntil);
        school.askedAgain("yes");

        assertThat(walk.running("activityDuty")).isEmpty();
        assertThat(walk.file().status()).isEqualTo(Status.CLOSED);
        assertThat(log.firstBroken(caseNumber)).isEmpty();
    }
}
