package no.tolv.access.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's own refusals in Norwegian. What is already Norwegian is ours, however the engine wrapped it. */
final class EngineWords {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(cannot|could not|is not|are not|does(n't| not)|must|invalid|unknown|null|the|has|no)\\b");
    private static final Pattern NORWEGIAN = Pattern.compile("[æøåÆØÅ«»]");

    private static final Map<Pattern, String> SENTENCES = sentences();

    private EngineWords() {}

    private static Map<Pattern, String> sentences() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "(?i)sort(By|Order|ing)",
                "Sorteringen kan ikke brukes. Oppgi både «sortBy» og «sortOrder» med gyldige verdier.");
        all.put("parameter '(\\w+)'", "Parameteren «%s» har en verdi som ikke kan brukes.");
        all.put(
                "(?i)json|unrecognized field|deserialize|property",
                "Innholdet kan ikke leses: det er ikke gyldig JSON, eller har et felt som ikke finnes her.");
        all.put("(?i)variable", "En variabel har feil navn, type eller verdi.");
        all.put("(?i)multipart|deployment", "Det som er sendt, kan ikke tas i bruk. Send filene slik Modeler gjør.");
        Map<Pattern, String> compiled = new LinkedHashMap<>();
        all.forEach((pattern, sentence) -> compiled.put(Pattern.compile(pattern), sentence));
        return compiled;
    }

    /**
     * What to answer.
     *
     * @param forProgram whether whoever reads it knows the engine, and gets its own words too
     */
    static String sentence(String message, boolean forProgram) {
        if (message.isBlank()) {
            return "Forespørselen er ikke gyldig.";
        }
        if (NORWEGIAN.matcher(message).find() || !ENGLISH.matcher(message).find()) {
            return message;
        }
        return norwegian(message) + (forProgram ? " (" + message.strip() + ")" : "");
    }

    private static String norwegian(String message) {
        for (Map.Entry<Pattern, String> known : SENTENCES.entrySet()) {
            Matcher found = known.getKey().matcher(message);
            if (found.find()) {
                return known.getValue().formatted(found.groupCount() > 0 ? found.group(1) : "");
            }
        }
        return "Forespørselen kan ikke utføres slik den er.";
    }
}
