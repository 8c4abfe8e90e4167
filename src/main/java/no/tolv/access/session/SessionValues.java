package no.tolv.access.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        addConverter(Object.class, byte[].class, this::write);
        addConverter(byte[].class, Object.class, this::read);
    }

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
