package no.tolv.access.session;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.jackson2.SecurityJackson2Modules;

/**
 * Session values as JSON, of the few types Spring Security and we name: nothing that stands in the database can make
 * another object come to life. What cannot be read, from an older version perhaps, is as if it were not there.
 */
class SessionValues extends GenericConversionService {

    private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);

    private final ObjectMapper json = new ObjectMapper();

    SessionValues() {
        json.registerModules(SecurityJackson2Modules.getModules(getClass().getClassLoader()));
        json.addMixIn(Authentications.class, Empty.class);
        json.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        addConverter(Object.class, byte[].class, this::write);
        addConverter(byte[].class, Object.class, this::read);
    }

    /** The web apps' notes on who may what: they make them again at each request, from what is true then. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    @JsonAutoDetect(
            fieldVisibility = JsonAutoDetect.Visibility.NONE,
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    private interface Empty {}

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object read(byte[] bytes) {
        try {
            return json.readValue(bytes, Object.class);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("A session value could not be read ({}).", e.getClass().getSimpleName());
            return null;
        }
    }
}
