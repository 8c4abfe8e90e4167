package no.tolv.letter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import no.tolv.engine.TableCodes;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The wording of mails in bokmål and nynorsk: that there is something, and where; never what or about whom. */
@Component
public class MailTexts implements TableCodes {

    private final Map<String, Properties> byLanguage = Map.of("nb", load("nb"), "nn", load("nn"));

    /** @param language {@code nb} or {@code nn} */
    public String subject(String template, String language) {
        return text(template + ".subject", language);
    }

    String body(String template, String language) {
        return text(template + ".body", language);
    }

    /** A notice's content is one of these templates. */
    @Override
    public Map<String, Set<String>> byOutput() {
        return Map.of(
                "content",
                byLanguage.get("nb").stringPropertyNames().stream()
                        .map(key -> key.replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet()));
    }

    /** @throws IllegalArgumentException when there is no template of that name */
    void require(String template) {
        if (!byLanguage.get("nb").containsKey(template + ".body")) {
            throw new IllegalArgumentException("Det finnes ingen e-postmal «" + template + "».");
        }
    }

    private String text(String key, String language) {
        return byLanguage.getOrDefault(language, byLanguage.get("nb")).getProperty(key);
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        ClassPathResource file = new ClassPathResource("letters/" + language + "/mail.properties");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("E-postmalene i " + file.getPath() + " kan ikke leses.", unreadable);
        }
        return texts;
    }
}
