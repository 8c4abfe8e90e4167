package no.tolv.access.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a diagram has what the engine cannot read; of what is wrong there, we only have the engine's own words. */
final class UnreadableDiagram {

    private UnreadableDiagram() {}

    /** @param details the engine's report: files by name, each with its errors */
    static String sentence(JsonNode details) {
        return details.properties().stream()
                .filter(file -> !file.getValue().path("errors").isEmpty())
                .map(file -> "Filen «" + file.getKey() + "» er ikke et gyldig diagram: "
                        + faults(file.getValue().path("errors")) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String faults(JsonNode errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(UnreadableDiagram::fault)
                .collect(Collectors.joining("; "));
    }

    private static String fault(JsonNode error) {
        String id = error.path("mainBpmnElementId").asText("");
        String element = id.isEmpty() ? "" : ", element «" + id + "»";
        return "linje " + error.path("line").asInt() + element + ": "
                + error.path("message").asText().replaceFirst("\\.$", "");
    }
}
