package no.tolv.engine.time;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.WorkingDays;
import no.tolv.engine.Decisions;
import no.tolv.organisation.Unit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A real engine in memory with the shipped decision tables and the demo units. */
public class TableEngine implements AutoCloseable {

    static final Map<String, String> OWNERS = Map.of(
            "nittedal", "nittedal",
            "hagen", "nittedal",
            "oslo", "oslo",
            "trosterud", "oslo",
            "midtstuen", "oslo",
            "bergen", "bergen",
            "hjellestad", "bergen",
            "oppdal", "oppdal",
            "aune", "oppdal",
            "pikhaugen", "oppdal");

    public final ProcessEngine engine;
    public final Decisions decisions;
    public final TaskDeadlines taskDeadlines;

    public TableEngine(Clock clock) {
        engine = configuration().buildProcessEngine();
        decisions = new Decisions(engine, TableEngine::unit);
        taskDeadlines = new TaskDeadlines(decisions, deadlines(clock), clock);
        for (String table : List.of(
                "caseRouting",
                "noticeRules",
                "deadlines",
                "evaluationInterval",
                "planContent",
                "categories",
                "readingRules")) {
            deploy(table, text(table));
        }
    }

    private ProcessEngineConfigurationImpl configuration() {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new DeadlineParseListener(() -> taskDeadlines))));
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        return configuration;
    }

    static Deadlines deadlines(Clock clock) {
        WorkingDays workingDays = new WorkingDays();
        return new Deadlines(
                workingDays, new SchoolDays(workingDays, TableEngine::unit, "classpath:/demo/calendars/"), clock);
    }

    static Optional<Unit> unit(String id) {
        return Optional.ofNullable(OWNERS.get(id)).map(owner -> new Unit(id, id, Unit.Kind.SCHOOL, owner, "nb"));
    }

    /** The shipped table. */
    public static String text(String table) {
        try {
            return Files.readString(Path.of("processes", table + ".dmn"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public void deploy(String table, String xml) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(table + ".dmn", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }

    /** Deploys the table with the given text put in the place of another. */
    public void change(String table, String from, String to) {
        String xml = text(table);
        if (!xml.contains(from)) {
            throw new IllegalArgumentException(table + " has no " + from);
        }
        deploy(table, xml.replace(from, to));
    }

    @Override
    public void close() {
        engine.close();
        ClockUtil.reset();
    }
}
