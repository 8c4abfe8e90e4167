package no.tolv.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@DisplayName("En jobb som tar noden med seg")
class PoisonJobIT {

    /** Five hundred show the goal; fewer show the same in a fraction of the time. */
    private static final int OTHERS = Integer.getInteger("tolv.poison.others", 60);

    @TempDir
    Path folder;

    private JdbcDataSource database;

    @BeforeEach
    void onePoisonedAmongMany() {
        database = PoisonedNode.database(folder);
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V14__node.sql")).execute(database);
        ProcessEngine engine = engine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("poison.bpmn", diagram("poison", PoisonedNode.Poison.class))
                .addModelInstance("work.bpmn", diagram("work", PoisonedNode.Work.class))
                .deploy();
        start(engine, "work", 20);
        start(engine, "poison", 1);
        start(engine, "work", OTHERS - 20);
        engine.close();
    }

    @Test
    @DisplayName("blir en hendelse etter fem forsøk, og alle de andre blir ferdige")
    void endsAsIncident() throws Exception {
        List<Integer> exits = IntStream.range(0, 6).mapToObj(start -> node()).toList();
        assertThat(exits)
                .containsExactly(
                        PoisonedNode.DEAD,
                        PoisonedNode.DEAD,
                        PoisonedNode.DEAD,
                        PoisonedNode.DEAD,
                        PoisonedNode.DEAD,
                        0);
        assertThat(Files.readAllLines(notes())).hasSize(5);
        ProcessEngine engine = engine();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("work")
                        .completed()
                        .count())
                .isEqualTo(OTHERS);
        Job left = engine.getManagementService().createJobQuery().singleResult();
        assertThat(left.getRetries()).isZero();
        assertThat(left.getExceptionMessage()).startsWith("Startet fem ganger");
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .configuration(left.getId())
                        .count())
                .isOne();
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from job_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
        engine.close();
    }

    private ProcessEngine engine() {
        return PoisonedNode.engine(database, PoisonedNode.executor(JdbcClient.create(database), () -> {}, () -> false));
    }

    private static void start(ProcessEngine engine, String process, int times) {
        IntStream.range(0, times).forEach(one -> engine.getRuntimeService().startProcessInstanceByKey(process));
    }

    private static BpmnModelInstance diagram(String id, Class<?> does) {
        return Bpmn.createExecutableProcess(id)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaAsyncBefore()
                .camundaClass(does)
                .endEvent()
                .done();
    }

    private Path notes() {
        return folder.resolve("notes");
    }

    private int node() {
        try {
            Process process = new ProcessBuilder(Stream.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Duser.timezone=UTC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Dnotes=" + notes(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    PoisonedNode.class.getName(),
                                    folder.toString())
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "told"))
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
