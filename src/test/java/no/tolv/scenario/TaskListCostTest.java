package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.tolv.benchmark.AnsweredStatements;
import no.tolv.benchmark.AnsweredStatements.Counts;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a page of the task list asks of the database, in statements and rows, as the number of cases grows. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tasklistcost;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/task-list-cost-outbox"
        })
@Import({CaseWalk.class, AnsweredStatements.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("En side av oppgavelisten koster det samme, hvor mange saker det enn er")
class TaskListCostTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FILTERS = List.of("Mine oppgaver", "Min enhet", "Over frist");
    private static final int PAGE = 4;

    @Autowired
    CaseWalk walk;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnsweredStatements database;

    private SchoolCase own;
    private SchoolCase other;

    @BeforeAll
    void aFewCases() {
        own = new SchoolCase(walk, Profile.MIDTSTUEN);
        other = new SchoolCase(walk, Profile.TROSTERUD);
        reportedAt(own, 1, 5);
        reportedAt(other, 1, 2);
    }

    private void reportedAt(SchoolCase school, int first, int last) {
        for (int pupil = first; pupil <= last; pupil++) {
            school.reported(pupil);
        }
        jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = timestamp '2020-01-01 00:00:00', ASSIGNEE_ = "
                        + "case when TENANT_ID_ = 'midtstuen' then 'midtstuen-principal' end")
                .update();
    }

    @Test
    @DisplayName("like mange spørringer, og ingen henter mer enn siden og dens saksnumre")
    void costsTheSame() throws IOException {
        page("Mine oppgaver");
        Map<String, List<Integer>> few = costs();
        reportedAt(own, 6, 8);
        reportedAt(other, 3, 8);
        assertThat(costs()).isEqualTo(few);
    }

    /** Statements, and the rows of the one that fetches most: a leader's card has a number from its task and one from its case. */
    private Map<String, List<Integer>> costs() throws IOException {
        Map<String, List<Integer>> asked = new LinkedHashMap<>();
        for (String filter : FILTERS) {
            database.start();
            JsonNode page = page(filter);
            Counts counts = database.stop();
            assertThat(page.path("_embedded").path("task")).hasSize(PAGE);
            assertThat(page.path("count").asInt()).isGreaterThan(PAGE);
            assertThat(counts.mostRows()).as(filter).isLessThanOrEqualTo(2 * PAGE);
            asked.put(filter, List.of(counts.statements().size(), counts.mostRows()));
        }
        System.out.println("statements and most rows for a page of the task list: " + asked);
        return asked;
    }

    /** As Tasklist fetches it: the newest first, their number, and the case number on each card. */
    private JsonNode page(String name) throws IOException {
        String filter =
                filters.createTaskFilterQuery().filterName(name).singleResult().getId();
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setAccept(List.of(MediaType.valueOf("application/hal+json")));
        return JSON.readTree(rest.withBasicAuth("midtstuen-principal", "prove-passord-12")
                .postForEntity(
                        "/engine-rest/filter/" + filter + "/list?firstResult=0&maxResults=" + PAGE,
                        new HttpEntity<>("{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}", headers),
                        String.class)
                .getBody());
    }
}
