package no.tolv.concern;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.contract.Fault;

/**
 * What somebody without a login tells: text only, every field checked, nothing taken for granted.
 *
 * @param answers by field: unit, whatHappened, pupilDescription, and if told happenedOn, suspect and contact
 */
record StrangersReport(Map<String, Object> answers) {

    private static final Set<String> SUSPECTS = Set.of("pupil", "employee", "leader", "unknown", "none");

    /** Longest text of each field, in characters. */
    private static final Map<String, Integer> LONGEST = Map.of(
            "unit", 60,
            "whatHappened", 20_000,
            "pupilDescription", 2_000,
            "happenedOn", 10,
            "suspect", 10,
            "contact", 500);

    /**
     * Checks what was sent.
     *
     * @param places ids of the schools and kindergartens one can report to
     * @throws FormRejected with one fault per bad field
     */
    static StrangersReport of(Map<String, Object> sent, Set<String> places, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Object> answers = new LinkedHashMap<>();
        sent.forEach((field, value) -> take(field, value, answers, faults));
        require(answers, "whatHappened", "Fortell hva som har skjedd.", faults);
        require(answers, "pupilDescription", "Skriv hvem det gjelder, for eksempel navn og klasse.", faults);
        if (!has(faults, "unit") && !places.contains(answers.getOrDefault("unit", ""))) {
            faults.add(new Fault("unit", "Velg skolen eller barnehagen det gjelder."));
        }
        if (!SUSPECTS.contains(answers.getOrDefault("suspect", "unknown"))) {
            faults.add(new Fault("suspect", "Velg hvem du tror står bak, eller la feltet stå tomt."));
        }
        if (answers.containsKey("happenedOn") && !isPast((String) answers.get("happenedOn"), today)) {
            faults.add(new Fault("happenedOn", "Skriv dagen det skjedde som år-måned-dag, og ikke fram i tid."));
        }
        if (!faults.isEmpty()) {
            throw new FormRejected(faults);
        }
        answers.putIfAbsent("suspect", "unknown");
        return new StrangersReport(answers);
    }

    private static void take(String field, Object value, Map<String, Object> answers, List<Fault> faults) {
        Integer longest = LONGEST.get(field);
        if (longest == null) {
            String shown = field.matches("\\w{1,40}") ? "«" + field + "»" : "med det navnet";
            faults.add(new Fault(field, "Meldingen har ikke noe felt " + shown + "."));
        } else if (value != null && !(value instanceof String)) {
            faults.add(new Fault(field, "Feltet skal være tekst."));
        } else if (value instanceof String text && !text.isBlank()) {
            keep(field, text.replace("\0", "").strip(), longest, answers, faults);
        }
    }

    private static void keep(String field, String text, int longest, Map<String, Object> answers, List<Fault> faults) {
        if (text.length() > longest) {
            faults.add(new Fault(field, "Teksten kan være på høyst " + longest + " tegn. Kort den ned."));
        } else if (!text.isEmpty()) {
            answers.put(field, text);
        }
    }

    private static void require(Map<String, Object> answers, String field, String sentence, List<Fault> faults) {
        if (!answers.containsKey(field) && !has(faults, field)) {
            faults.add(new Fault(field, sentence));
        }
    }

    private static boolean has(List<Fault> faults, String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    private static boolean isPast(String day, LocalDate today) {
        try {
            return !LocalDate.parse(day).isAfter(today);
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    String text(String field) {
        return (String) answers.get(field);
    }

    /** For the log: what was told, in the reporter's own words. */
    String told() {
        List<String> lines = new ArrayList<>();
        lines.add("Hvem det gjelder: " + text("pupilDescription"));
        if (answers.containsKey("happenedOn")) {
            lines.add("Når: " + text("happenedOn"));
        }
        lines.add("Hva som har skjedd: " + text("whatHappened"));
        if (answers.containsKey("contact")) {
            lines.add("Kontakt: " + text("contact"));
        }
        return String.join("\n", lines);
    }
}
