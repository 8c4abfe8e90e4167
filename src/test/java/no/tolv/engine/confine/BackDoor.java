package no.tolv.engine.confine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with the database's password: writes a file over a deployed one, round every gate, and lets the engine run it. */
class BackDoor implements AutoCloseable {

    private static final String MARKER = "hostile.marker";

    private final ProcessEngineConfigurationImpl settings = new StandaloneInMemProcessEngineConfiguration();
    private final ProcessEngine engine;
    private final JdbcClient database;

    /** @param walls none for the engine as it is delivered */
    BackDoor(ProcessEnginePlugin... walls) {
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        settings.setProcessEngineName(UUID.randomUUID().toString());
        settings.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        settings.setJobExecutorActivate(false);
        settings.setProcessEnginePlugins(List.of(walls));
        engine = settings.buildProcessEngine();
        database = JdbcClient.create(settings.getDataSource());
        engine.getRepositoryService()
                .createDeployment()
                .addString("sound.bpmn", Hostile.BPMN)
                .addString("sound.dmn", Hostile.DMN)
                .deploy();
    }

    /** What the engine said, or nothing when it ran to its end. */
    Optional<String> run(Hostile hostile) {
        System.clearProperty(MARKER);
        write(hostile.file(), hostile.content());
        try {
            if (hostile.file().endsWith(".dmn")) {
                decide();
            } else {
                live();
            }
            return Optional.empty();
        } catch (RuntimeException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } finally {
            tidy();
        }
    }

    /** What the marker tells of itself; nothing when it was never loaded. */
    static Optional<String> marked() {
        return Optional.ofNullable(System.getProperty(MARKER));
    }

    private void decide() {
        engine.getDecisionService().evaluateDecisionTableByKey("sound", Map.of("unit", "hagen"));
    }

    private void live() {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "sound", Map.of("serious", true, "count", 3, "who", "somebody", "late", false, "x", "y"))
                .getId();
        engine.getRuntimeService().setVariable(instance, "late", true);
        engine.getTaskService().createTaskQuery().active().list().stream()
                .map(Task::getId)
                .limit(2)
                .forEach(engine.getTaskService()::complete);
    }

    private void write(String file, String content) {
        int rows = database.sql("update act_ge_bytearray set bytes_ = ? where name_ = ?")
                .param(content.getBytes(StandardCharsets.UTF_8))
                .param(file)
                .update();
        if (rows != 1) {
            throw new IllegalStateException(file + ": " + rows);
        }
        settings.getDeploymentCache().purgeCache();
    }

    private void tidy() {
        write("sound.bpmn", Hostile.BPMN);
        write("sound.dmn", Hostile.DMN);
        engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .map(instance -> instance.getId())
                .forEach(instance -> engine.getRuntimeService()
                        .deleteProcessInstanceIfExists(instance, "test", true, true, true, false));
    }

    @Override
    public void close() {
        engine.close();
    }
}
