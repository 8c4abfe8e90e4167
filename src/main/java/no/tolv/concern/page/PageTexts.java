package no.tolv.concern.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words of the pages in bokmål and nynorsk, as the reader chooses (opplæringslova § 15-2). */
@Component
class PageTexts {

    private final Map<String, Properties> byLanguage = Map.of("nb", load("nb"), "nn", load("nn"));

    /** Bokmål unless nynorsk is asked for. */
    static String language(String asked) {
        return "nn".equals(asked) ? "nn" : "nb";
    }

    Properties in(String language) {
        return byLanguage.get(language(language));
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        ClassPathResource file = new ClassPathResource("report/" + language + ".properties");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Tekstene i " + file.getPath() + " kan ikke leses.", unreadable);
        }
        return texts;
    }
}
