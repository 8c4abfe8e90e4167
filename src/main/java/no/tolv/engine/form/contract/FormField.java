package no.tolv.engine.form.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One field of a form.
 *
 * @param hides FEEL conditions that hide the field: its own and those of the groups around it
 * @param fields what a row holds, for a repeated list
 */
record FormField(JsonNode json, FieldType type, List<String> hides, List<FormField> fields) {

    String key() {
        return json.path(type == FieldType.DYNAMICLIST ? "path" : "key").asText("");
    }

    /** The words beside the field. */
    String label() {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(name -> json.path(name).asText(""))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse(key());
    }

    JsonNode rule(String name) {
        return json.path("validate").path(name);
    }

    boolean isRequired() {
        return rule("required").asBoolean(false);
    }

    boolean hasFixedRows() {
        return type == FieldType.DYNAMICLIST && !json.path("allowAddRemove").asBoolean(true);
    }

    boolean isReadOnly(Feel feel, Map<String, Object> data) {
        JsonNode readOnly = json.path("readonly");
        return json.path("disabled").asBoolean(false)
                || readOnly.asBoolean(false)
                || readOnly.asText("").startsWith("=") && feel.isTrue(readOnly.asText(), data);
    }

    boolean isHidden(Feel feel, Map<String, Object> data) {
        return hides.stream().anyMatch(condition -> feel.isTrue(condition, data));
    }

    /** Codes and words that can be chosen: the form's own, or those the server puts in. */
    Map<String, String> options(Map<String, Map<String, String>> choices) {
        String valuesKey = json.path("valuesKey").asText("");
        if (!valuesKey.isEmpty()) {
            return choices.getOrDefault(valuesKey, Map.of());
        }
        Map<String, String> options = new LinkedHashMap<>();
        json.path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return options;
    }
}
