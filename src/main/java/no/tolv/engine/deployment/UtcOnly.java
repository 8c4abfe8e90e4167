package no.tolv.engine.deployment;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Refuses to start outside UTC: the engine stores dates in the JVM's zone, and nodes must agree (design §7). */
@Component
class UtcOnly implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        check(ZoneId.systemDefault());
    }

    static void check(ZoneId zone) {
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            throw new StartRefused(
                    "Tolv må kjøre i tidssonen UTC, men Java bruker «" + zone + "». Start med -Duser.timezone=UTC.");
        }
    }
}
