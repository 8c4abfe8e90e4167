package no.tolv.concern;

import java.util.LinkedHashMap;
import java.util.Map;
import no.tolv.engine.Decisions;
import org.springframework.stereotype.Component;

/** What a report can be about at a unit, in the words of its plan and with the plan's own definition (TRO-08, MID-08). */
@Component
class Categories {

    private final Decisions decisions;

    Categories(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Words by code, in the order of the table. */
    Map<String, String> of(String unit) {
        Map<String, String> words = new LinkedHashMap<>();
        decisions
                .all("categories", Map.of("unit", unit))
                .forEach(row -> words.putIfAbsent((String) row.get("code"), words(row)));
        return words;
    }

    private static String words(Map<String, Object> row) {
        return row.get("definition") instanceof String definition && !definition.isBlank()
                ? row.get("label") + " – " + definition
                : (String) row.get("label");
    }
}
