package no.tolv.benchmark;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts the recorder between Tolv and its database. */
@TestConfiguration(proxyBeanMethods = false)
class Recording {

    @Bean
    static RecordedStatements recordedStatements() {
        return new RecordedStatements();
    }

    @Bean
    static BeanPostProcessor aroundTheDatabase(RecordedStatements recorded) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? recorded.around(database) : bean;
            }
        };
    }
}
