package no.tolv.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import no.tolv.casefile.People;
import no.tolv.casefile.Reading;
import no.tolv.organisation.Role;
import org.springframework.stereotype.Component;

/** Tells a reading so that a guardian understands it; names are looked up now, never kept with the reading. */
@Component
public class ReadingWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb"))
            .withZone(ZoneId.of("Europe/Oslo"));

    private record Act(String done, String tried) {}

    private static final Act SOMETHING = new Act("leste noe i saken", "lese noe i saken");
    private static final Map<String, Act> ACTS = Map.of(
            "case", new Act("leste saken", "lese saken"),
            "document", new Act("åpnet et dokument i saken", "åpne et dokument i saken"),
            "logVerification", new Act("kontrollerte loggen i saken", "kontrollere loggen i saken"),
            "exclusion", new Act("åpnet saken for å ta noen ut av den", "ta noen ut av saken"),
            "task", new Act("åpnet en oppgave i saken", "åpne en oppgave i saken"),
            "course", new Act("så på gangen i saken", "se på gangen i saken"),
            "readings", new Act("så hvem som har lest saken", "se hvem som har lest saken"),
            "action", new Act("gjorde noe i saken", "gjøre noe i saken"));

    private final People people;

    ReadingWords(People people) {
        this.people = people;
    }

    /** For example «Rektor Alm (rektor) leste saken 21. november 2026 kl. 09.30.» */
    public String sentence(Reading reading) {
        return "%s (%s) %s %s%s."
                .formatted(
                        name(reading.reader()),
                        role(reading),
                        what(reading),
                        time(reading.at()),
                        reading.allowed() ? "" : ", men fikk ikke se noe");
    }

    /** The reader's name now; the id for one the roster has never known. */
    public String name(String reader) {
        return people.staff(reader).name();
    }

    /** The role the reader had in the case's unit then. */
    public String role(Reading reading) {
        return Arrays.stream(Role.values())
                .filter(role -> role.id().equals(reading.role()))
                .map(Role::label)
                .findFirst()
                .orElse("uten rolle ved enheten");
    }

    /** What was done, or tried, as the middle of a sentence. */
    public String what(Reading reading) {
        Act act = ACTS.getOrDefault(reading.what(), SOMETHING);
        return reading.allowed() ? act.done() : "prøvde å " + act.tried();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
