package no.tolv.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import no.tolv.engine.FormRejected;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Unwraps what the web apps and the REST API send: typed values, and lists as JSON that never becomes a Java object. */
final class Incoming {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Incoming() {}

    static Map<String, Object> plain(Map<String, ?> sent) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (sent != null) {
            sent.keySet().forEach(key -> plain.put(key, plain(key, typed(sent, key))));
        }
        return plain;
    }

    private static Object typed(Map<String, ?> sent, String key) {
        return sent instanceof VariableMap variables ? variables.getValueTyped(key) : sent.get(key);
    }

    private static Object plain(String field, Object sent) {
        if (sent instanceof SerializableValue value) {
            return json(field, value.getValueSerialized());
        }
        Object value = sent instanceof TypedValue typed ? typed.getValue() : sent;
        return value instanceof Date date
                ? date.toInstant().atZone(OSLO).toLocalDate().toString()
                : value;
    }

    private static Object json(String field, String text) {
        try {
            return text == null ? null : JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new FormRejected(field, "Et felt er ikke gyldig JSON.");
        }
    }
}
