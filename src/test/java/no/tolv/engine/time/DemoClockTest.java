package no.tolv.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.Hold;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayName("Demoklokka: POST /api/clock")
class DemoClockTest {

    private final List<Object> events = new ArrayList<>();

    private TolvClock clock;
    private TableEngine tables;
    private MockMvc http;

    @BeforeEach
    void start() {
        clock = new TolvClock(database(), demo());
        tables = new TableEngine(clock);
        TimeTravel travel = new TimeTravel(tables.engine, clock, events::add);
        http = MockMvcBuilders.standaloneSetup(new DemoClock(clock, travel, nothingHolds()))
                .build();
    }

    private static JdbcClient database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
        return JdbcClient.create(source);
    }

    private static MockEnvironment demo() {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("demo");
        return environment;
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    private ResultActions advance(String body, String user) throws Exception {
        Principal principal = () -> user;
        return http.perform(post("/api/clock")
                .principal(principal)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    /** A task with a reminder, and a boundary timer whose date cannot be computed. */
    private void startTask(String reminder) {
        tables.engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "walk.bpmn",
                        Bpmn.createExecutableProcess("walk")
                                .camundaHistoryTimeToLiveString("P3650D")
                                .startEvent()
                                .userTask("userTask_investigate")
                                .camundaDueDate("${dueAt}")
                                .boundaryEvent("remind")
                                .cancelActivity(false)
                                .timerWithDate("${remindAt}")
                                .serviceTask("said")
                                .camundaExpression(reminder)
                                .endEvent()
                                .moveToActivity("userTask_investigate")
                                .boundaryEvent("escalate")
                                .cancelActivity(false)
                                .timerWithDate("${escalateAt}")
                                .userTask("escalated")
                                .endEvent()
                                .done())
                .deploy();
        tables.engine.getRuntimeService().startProcessInstanceByKey("walk", Map.of("unit", "aune"));
    }

    private long open(String task) {
        return tables.engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .count();
    }

    @Test
    @DisplayName("Alt som forfaller på veien, skjer i riktig rekkefølge til riktig tid")
    void livesThroughTheTime() throws Exception {
        startTask("${true}");
        Instant before = clock.instant();
        advance("{\"advance\":\"P12D\"}", "admin")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.jobsRun").value(2))
                .andExpect(jsonPath("$.failed").value(0))
                .andExpect(jsonPath("$.now").isNotEmpty());
        assertThat(open("escalated")).isEqualTo(1);
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofHours(286), Duration.ofHours(290));
        assertThat(events)
                .hasSize(3)
                .allMatch(ClockMoved.class::isInstance)
                .isSortedAccordingTo((one, other) -> ((ClockMoved) one).now().compareTo(((ClockMoved) other).now()));
    }

    @Test
    @DisplayName("Motoren følger klokka")
    void engineFollows() throws Exception {
        startTask("${true}");
        advance("{\"advance\":\"P12D\"}", "admin");
        Instant created = tables.engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("escalated")
                .singleResult()
                .getCreateTime()
                .toInstant();
        assertThat(created).isAfter(Instant.now().plus(1, ChronoUnit.DAYS)).isBefore(clock.instant());
    }

    @Test
    @DisplayName("En jobb som feiler, telles én gang og stopper ikke de andre")
    void countsFailures() throws Exception {
        startTask("${missing.bean}");
        advance("{\"advance\":\"P12D\"}", "admin")
                .andExpect(jsonPath("$.jobsRun").value(1))
                .andExpect(jsonPath("$.failed").value(1));
        assertThat(open("escalated")).isEqualTo(1);
    }

    @Test
    @DisplayName("Det som ikke er en periode, gir 422 med en norsk setning")
    void refusesBadInput() throws Exception {
        advance("{\"advance\":\"fem dager\"}", "admin")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(startsWith("Feltet «advance» må være en periode")));
        advance("fem dager", "admin")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("Send JSON på formen {\"advance\":\"P5D\"}."));
    }

    @Test
    @DisplayName("Andre enn admin får ikke flytte klokka")
    void refusesOthers() throws Exception {
        Instant before = clock.instant();
        advance("{\"advance\":\"P5D\"}", "midtstuen-principal")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("Bare brukeren «admin» kan flytte klokka."));
        assertThat(clock.instant()).isBefore(before.plus(Duration.ofMinutes(5)));
    }

    private static ObjectProvider<Hold> nothingHolds() {
        return new StaticListableBeanFactory().getBeanProvider(Hold.class);
    }
}
