package no.tolv.node.database;

import java.util.regex.Pattern;
import no.tolv.engine.deployment.StartRefused;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to share an H2 database between nodes: it is for trying out, and the engine is not made for several on it. */
@Component
class OneNodeOnH2 implements BeanFactoryPostProcessor {

    private static final Pattern SHARED = Pattern.compile("(?i)jdbc:h2:(tcp|ssl):.*|jdbc:h2:.*;AUTO_SERVER=TRUE\\b.*");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        check(factory.getBean(Environment.class).getProperty("spring.datasource.url", ""));
    }

    static void check(String url) {
        if (SHARED.matcher(url).matches()) {
            throw new StartRefused("Innstillingen «spring.datasource.url» viser til en H2-database som flere noder kan"
                    + " dele. H2 er for å prøve Tolv med én node. Bruk PostgreSQL, eller en H2-fil uten AUTO_SERVER.");
        }
    }
}
