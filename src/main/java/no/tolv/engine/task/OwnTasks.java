package no.tolv.engine.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.stereotype.Component;

/**
 * Lets the engine ask the task itself who may open it: whoever has it, and its candidates. It needs no authorization
 * row per task for that, and a row that somebody makes by hand opens none.
 */
@Component
public class OwnTasks extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "engine/ownTasks.xml";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> sessions = new ArrayList<>(List.of(
                new Sessions(AuthorizationManager.class, OwnTaskRights::new),
                new Sessions(TaskManager.class, OwnTaskList::new),
                new Sessions(VariableInstanceManager.class, OwnTaskVariables::new)));
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        engine.setCustomSessionFactories(sessions);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        try (InputStream file = OwnTasks.class.getClassLoader().getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(file, statements, STATEMENTS, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Sessions(Class<?> type, Supplier<Session> make) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return make.get();
        }
    }
}
