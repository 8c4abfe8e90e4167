package no.tolv.engine.form.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes choices and start values into a form before it is sent to the browser. */
class ShownForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, String>> choices;
    private final Map<String, Object> values;

    ShownForm(Map<String, Map<String, String>> choices, Map<String, Object> values) {
        this.choices = choices;
        this.values = values;
    }

    void fill(ArrayNode components) {
        for (JsonNode component : components) {
            if (component instanceof ObjectNode field) {
                putChoices(field);
                putValue(field);
                if (field.get("components") instanceof ArrayNode inner) {
                    fill(inner);
                }
            }
        }
    }

    private void putChoices(ObjectNode field) {
        JsonNode key = field.get("valuesKey");
        if (key == null) {
            return;
        }
        field.remove("valuesKey");
        ArrayNode options = field.putArray("values");
        choices.getOrDefault(key.asText(), Map.of())
                .forEach((code, words) -> options.addObject().put("value", code).put("label", words));
    }

    private void putValue(ObjectNode field) {
        Object value = values.get(field.path("key").asText(""));
        if (value != null) {
            field.set("defaultValue", JSON.valueToTree(value));
        }
    }
}
