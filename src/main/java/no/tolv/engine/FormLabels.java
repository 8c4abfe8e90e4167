package no.tolv.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words a form's choices were shown with, by field and code. */
@Component
public class FormLabels {

    private final Map<String, JsonNode> forms = new ConcurrentHashMap<>();

    /** The words, or the code itself when the form no longer offers it. */
    public String of(String form, String field, String code) {
        return forms.computeIfAbsent(form, FormLabels::read).findParents("key").stream()
                .filter(component -> field.equals(component.path("key").asText()))
                .flatMap(component -> component.path("values").valueStream())
                .filter(choice -> code.equals(choice.path("value").asText()))
                .map(choice -> choice.path("label").asText())
                .findFirst()
                .orElse(code);
    }

    private static JsonNode read(String form) {
        try (InputStream file = new ClassPathResource("forms/" + form + ".form").getInputStream()) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
