package no.tolv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Nettappene snakker norsk")
class LocaleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");

    /** Words that are written the same way in both languages. */
    private static final Set<String> SHARED = Set.of(
            "(cockpit eller tasklist *)",
            "Cockpit",
            "CSV",
            "Diagram",
            "Element",
            "Filter",
            "GLOBAL",
            "ID",
            "ID*",
            "JSON",
            "Min",
            "OK",
            " OK",
            "Operator",
            "Optimize",
            "Start",
            "Status",
            "System",
            "Type",
            "av",
            "<",
            "<=",
            ">",
            ">=",
            "");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("Hver ledetekst finnes på norsk, og ingen er til overs")
    void everyLabel(String app) throws IOException {
        assertThat(labels(app, "nb").keySet())
                .containsExactlyInAnyOrderElementsOf(labels(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("Ingen ledetekst er blitt stående på engelsk")
    void nothingInEnglish(String app) throws IOException {
        Map<String, String> english = labels(app, "en");
        assertThat(labels(app, "nb"))
                .allSatisfy((key, norwegian) -> assertThat(
                                SHARED.contains(norwegian) || !norwegian.equals(english.get(key)))
                        .as("%s: %s", key, norwegian)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("Det som settes inn i teksten, er med i oversettelsen")
    void placeholders(String app) throws IOException {
        Map<String, String> english = labels(app, "en");
        assertThat(labels(app, "nb"))
                .allSatisfy((key, norwegian) ->
                        assertThat(inserts(norwegian)).as(key).isEqualTo(inserts(english.get(key))));
    }

    private static List<String> inserts(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        String path = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream file = LocaleTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return StreamSupport.stream(
                            JSON.readTree(file).get("labels").properties().spliterator(), false)
                    .collect(Collectors.toMap(Map.Entry::getKey, label -> text(label.getValue())));
        }
    }

    private static String text(JsonNode label) {
        return label.asText();
    }
}
