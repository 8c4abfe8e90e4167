package no.tolv.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.deadline.TolvClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:statistics;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/statistics-outbox"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Tallene for dem som svarer for sakene")
class StatisticsTest {

    @Autowired
    CaseFiles cases;

    @Autowired
    Exclusions exclusions;

    @Autowired
    TolvClock clock;

    @Autowired
    TestRestTemplate rest;

    /** Eight at Midtstuen, of which the principal is kept out of one; two at Trosterud, seven at the owner. */
    @BeforeAll
    void openCases() {
        List<CaseFile> midtstuen = open("midtstuen", 8);
        exclusions.add(midtstuen.get(0).caseNumber(), "midtstuen-principal", "disqualified");
        open("trosterud", 2);
        open("oslo", 7);
        CaseFile closed = open("midtstuen", 1).get(0);
        cases.setStatus(closed.caseNumber(), CaseFile.Status.CLOSED);
    }

    private List<CaseFile> open(String unit, int number) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return IntStream.range(0, number)
                .mapToObj(one -> cases.open(unit, "p-midtstuen-01", now, now.plus(Duration.ofDays(7))))
                .toList();
    }

    @Test
    @DisplayName("rektor ser sin egen enhet, uten saken rektor er ute av")
    void principal() {
        JsonNode open = read("midtstuen-principal").path("openCases");
        assertThat(open.path("total").asInt()).isEqualTo(7);
        assertThat(open.path("units")).hasSize(1);
        JsonNode unit = open.path("units").path(0);
        assertThat(unit.path("unit").asText()).isEqualTo("midtstuen");
        assertThat(unit.path("count").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oslo-owner", "oslo-monitor"})
    @DisplayName("eier og tilsyn ser kommunens enheter, og små tall bare i ord")
    void municipality(String reader) {
        JsonNode open = read(reader).path("openCases");
        assertThat(open.path("total").asInt()).isEqualTo(17);
        assertThat(count(open, "trosterud")).isEqualTo("\"færre enn 5\"");
        assertThat(count(open, "oslo")).isEqualTo("\"vises ikke\"");
        assertThat(count(open, "midtstuen")).isEqualTo("8");
        assertThat(open.path("units")).hasSize(3);
    }

    @Test
    @DisplayName("månedene er alltid de samme, og viser ingenting der de ville røpet et lite tall")
    void months() {
        JsonNode months = read("oslo-owner").path("openCases").path("units").findValues("months").stream()
                .filter(found -> found.toString().contains("count"))
                .findFirst()
                .orElseThrow();
        assertThat(months).hasSize(13);
        assertThat(months.path(0).path("month").asText()).isEqualTo("tidligere");
        assertThat(months.path(12).path("month").asText())
                .isEqualTo(YearMonth.from(clock.today()).toString());
        months.forEach(month -> assertThat(month.path("count").asText()).isEqualTo("vises ikke"));
    }

    @Test
    @DisplayName("tiltak og oppgaver over frist telles, og ingen er også færre enn fem")
    void measuresAndOverdue() {
        JsonNode told = read("midtstuen-principal");
        assertThat(told.path("measures").path("total").asText()).isEqualTo("færre enn 5");
        assertThat(told.path("overdue").path("total").asText()).isEqualTo("færre enn 5");
        assertThat(told.path("measures").path("units").path(0).has("months")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "midtstuen-contact-teacher", "midtstuen-deputy-principal", "oslo-owner-adviser"})
    @DisplayName("andre får ingen tall")
    void nobodyElse(String reader) {
        ResponseEntity<String> answer = call(reader);
        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(answer.getBody()).contains("Tallene er for rektor").doesNotContain("midtstuen");
    }

    @Test
    @DisplayName("en annen kommunes eier ser bare sine egne enheter")
    void otherMunicipality() {
        assertThat(call("bergen-owner").getBody()).contains("hjellestad").doesNotContain("midtstuen", "trosterud");
    }

    private static String count(JsonNode table, String unit) {
        for (JsonNode row : table.path("units")) {
            if (row.path("unit").asText().equals(unit)) {
                return row.path("count").toString();
            }
        }
        throw new AssertionError(unit + " is not in " + table);
    }

    private JsonNode read(String reader) {
        ResponseEntity<JsonNode> answer =
                rest.withBasicAuth(reader, "prove-passord-12").getForEntity("/api/statistics", JsonNode.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        return answer.getBody();
    }

    private ResponseEntity<String> call(String reader) {
        return rest.withBasicAuth(reader, "prove-passord-12").getForEntity("/api/statistics", String.class);
    }
}
