package no.tolv.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;

/** Puts what a form shows among the task's variables on their way to the browser; none of it is stored. */
public final class Shown {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Shown() {}

    public static void put(VariableMap variables, String name, Object value) {
        if (value instanceof Collection || value instanceof Map) {
            variables.putValueTyped(name, SpinValues.jsonValue(json(value)).create());
        } else if (value == null || value instanceof Boolean || value instanceof Number) {
            variables.putValue(name, value);
        } else {
            variables.putValue(name, value.toString());
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Skjemaet kan ikke vise verdien av et felt.", e);
        }
    }
}
