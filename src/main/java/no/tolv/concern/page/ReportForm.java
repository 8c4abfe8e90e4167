package no.tolv.concern.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import no.tolv.concern.intake.SentForms;
import no.tolv.engine.form.contract.Fault;

/**
 * The form as somebody has filled it in so far.
 *
 * @param language nb or nn
 * @param key what this very form is known by, so that sending it twice makes one case
 * @param answers what is filled in, by field
 * @param trapped whether a field is filled in that nobody sees
 */
record ReportForm(String language, String key, Map<String, Object> answers, boolean trapped) {

    /** In the order of the page, which is also the order errors are told in. */
    static final List<String> FIELDS =
            List.of("unit", "suspect", "happenedOn", "pupilDescription", "whatHappened", "contact");

    private static final String TRAP = "nettside";

    /** A form nobody has written in; a school's own page may link to it with the school chosen. */
    static ReportForm empty(Map<String, String> query) {
        String place = query.getOrDefault("sted", "");
        return new ReportForm(PageTexts.language(query.get("sprak")), SentForms.newKey(), Map.of("unit", place), false);
    }

    static ReportForm sent(Map<String, String> fields) {
        Map<String, Object> answers = new LinkedHashMap<>();
        FIELDS.forEach(field -> answers.put(field, text(fields, field)));
        String trap = fields.getOrDefault(TRAP, "");
        return new ReportForm(PageTexts.language(fields.get("sprak")), key(fields), answers, !trap.isBlank());
    }

    /** A browser sends two characters for a line break, and counts one. */
    private static String text(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "").replace("\r\n", "\n");
    }

    /** A form whose key is lost is still a report. */
    private static String key(Map<String, String> fields) {
        String key = fields.getOrDefault("skjema", "");
        return key.matches("[0-9a-f]{32}") ? key : SentForms.newKey();
    }

    /** What it is known by when it comes again. */
    SentForms.Form sendable() {
        return new SentForms.Form(key, answers.toString());
    }

    /** One sentence for each bad field, in the order of the page and the language of the reader. */
    Map<String, String> sentences(List<Fault> faults, Properties texts) {
        Map<String, String> sentences = new LinkedHashMap<>();
        FIELDS.forEach(field -> faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .ifPresent(fault -> sentences.put(field, sentence(fault, texts))));
        return sentences;
    }

    private String sentence(Fault fault, Properties texts) {
        boolean empty = String.valueOf(answers.get(fault.field())).isBlank();
        String own = "error." + fault.field() + (empty ? "" : ".wrong");
        return texts.getProperty(own, "nb".equals(language) ? fault.sentence() : texts.getProperty("error.tooLong"));
    }
}
