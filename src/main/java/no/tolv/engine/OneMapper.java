package no.tolv.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.Set;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * One JSON mapper for all that the engine's REST API reads and writes. Its own is made anew for each request, and learns
 * each time what the classes look like: a fifth of a page of the task list.
 */
@Component
public class OneMapper implements ContextResolver<ObjectMapper>, BeanFactoryPostProcessor {

    private static final ObjectMapper ONE = JacksonConfigurator.configureObjectMapper(new ObjectMapper());

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return ONE;
    }

    /** Before anything is made of the engine's list of classes. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Set<Class<?>> configuration = CamundaRestResources.getConfigurationClasses();
        configuration.remove(JacksonConfigurator.class);
        configuration.add(OneMapper.class);
    }
}
