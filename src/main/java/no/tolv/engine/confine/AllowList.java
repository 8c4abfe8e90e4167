package no.tolv.engine.confine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The list of what a kind of file may hold: elements, their attributes, and what each may say. */
final class AllowList {

    /** How the list writes the text inside an element. */
    static final String CONTENT = ".";

    static final AllowList BPMN = new AllowList("confine/bpmn.txt");
    static final AllowList DMN = new AllowList("confine/dmn.txt");

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Map<String, Rule>> elements = new HashMap<>();

    /** What one attribute may say: a kind of value, or one of a few words. */
    record Rule(Value value, List<String> words) {

        boolean fits(String text, Place place) {
            return value == null ? words.contains(text.replace(", ", ",")) : value.fits(text, place);
        }

        String description() {
            return value == null ? String.join(" eller ", words) : value.description();
        }
    }

    private AllowList(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line.split("\\s+")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void add(String[] words) {
        if (words[0].equals("namespace")) {
            prefixes.put(words[2], words[1]);
        } else {
            Map<String, Rule> attributes = new HashMap<>();
            Arrays.stream(words)
                    .skip(1)
                    .map(word -> word.split("=", 2))
                    .forEach(rule -> attributes.put(rule[0], rule(rule[1])));
            elements.put(words[0], attributes);
        }
    }

    private static Rule rule(String written) {
        return Arrays.stream(Value.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .map(value -> new Rule(value, List.of()))
                .orElseGet(() -> new Rule(null, Arrays.asList(written.split("\\|"))));
    }

    /** The name the list uses for something in a namespace; no name is on the list for a namespace that is not. */
    String name(String namespace, String local) {
        return namespace == null || namespace.isEmpty()
                ? local
                : prefixes.getOrDefault(namespace, "«" + namespace + "»") + ":" + local;
    }

    boolean knows(String element) {
        return elements.containsKey(element);
    }

    Optional<Rule> rule(String element, String attribute) {
        return Optional.ofNullable(elements.getOrDefault(element, Map.of()).get(attribute));
    }
}
