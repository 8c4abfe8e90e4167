package no.tolv.engine.confine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Our own steps, by the name a diagram writes; no other bean of the application is known to the engine. A step itself is
 * made when it is first needed, for most of them need the engine.
 */
@Component
class Delegates {

    private static final String OURS = "no.tolv.";

    private final ListableBeanFactory beans;

    Delegates(ListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean isStep(String name) {
        return isOne(name, JavaDelegate.class) || isOne(name, ExecutionListener.class);
    }

    boolean isTaskListener(String name) {
        return isOne(name, TaskListener.class);
    }

    boolean isKnown(String name) {
        return isStep(name) || isTaskListener(name);
    }

    Optional<Object> find(String name) {
        return isKnown(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    private boolean isOne(String name, Class<?> kind) {
        return beans.containsBeanDefinition(name) && beans.isTypeMatch(name, kind) && isOurs(name);
    }

    private boolean isOurs(String name) {
        return Objects.requireNonNull(beans.getType(name, false)).getName().startsWith(OURS);
    }
}
