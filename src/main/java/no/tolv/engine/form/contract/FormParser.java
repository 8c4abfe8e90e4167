package no.tolv.engine.form.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a form file and refuses what could not be checked on the server. */
class FormParser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Feel feel;

    FormParser(Feel feel) {
        this.feel = feel;
    }

    static ObjectNode json(String form) {
        try {
            if (JSON.readTree(form) instanceof ObjectNode object) {
                return object;
            }
            throw new BrokenForm("filen er ikke et skjema");
        } catch (JsonProcessingException e) {
            throw new BrokenForm("filen er ikke gyldig JSON ved linje "
                    + e.getLocation().getLineNr() + ", kolonne "
                    + e.getLocation().getColumnNr());
        }
    }

    List<FormField> fields(JsonNode parent, List<String> hides) {
        List<FormField> found = new ArrayList<>();
        parent.path("components").forEach(component -> collect(component, hides, found));
        refuseDuplicates(found);
        return List.copyOf(found);
    }

    private void collect(JsonNode component, List<String> outer, List<FormField> found) {
        String type = component.path("type").asText("");
        List<String> hides = hides(component, outer);
        if (type.equals("group")) {
            refusePath(component);
            found.addAll(fields(component, hides));
        } else {
            FieldType.of(type).ifPresent(known -> found.add(field(component, known, hides)));
        }
    }

    private FormField field(JsonNode component, FieldType type, List<String> hides) {
        List<FormField> rows = type == FieldType.DYNAMICLIST ? fields(component, List.of()) : List.of();
        FormField field = new FormField(component, type, hides, rows);
        if (!field.key().matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new BrokenForm("feltet «" + field.label() + "» har ikke en brukbar nøkkel");
        }
        if (component.has("valuesExpression")) {
            throw new BrokenForm("feltet «" + field.label() + "» bruker valuesExpression; bruk values eller valuesKey");
        }
        refuseUnreadable(component.path("readonly").asText(""));
        return field;
    }

    private void refuseUnreadable(String condition) {
        if (condition.startsWith("=") && !feel.isReadable(condition)) {
            throw new BrokenForm("betingelsen «" + condition + "» kan ikke leses; sammenlign felter og verdier");
        }
    }

    private List<String> hides(JsonNode component, List<String> outer) {
        String own = component.path("conditional").path("hide").asText("");
        if (own.isBlank()) {
            return outer;
        }
        refuseUnreadable(own.startsWith("=") ? own : "=" + own);
        List<String> all = new ArrayList<>(outer);
        all.add(own);
        return List.copyOf(all);
    }

    private static void refusePath(JsonNode group) {
        if (!group.path("path").asText("").isBlank()) {
            throw new BrokenForm("gruppen «" + group.path("label").asText() + "» kan ikke ha en egen sti");
        }
    }

    private static void refuseDuplicates(List<FormField> fields) {
        Set<String> keys = new HashSet<>();
        for (FormField field : fields) {
            if (!keys.add(field.key())) {
                throw new BrokenForm("nøkkelen «" + field.key() + "» er brukt to ganger");
            }
        }
    }
}
