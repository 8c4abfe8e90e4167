package no.tolv.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tolv.engine.CaseStart;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.NotFromOutside;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** Finds what a form shows and what it sets going, among the beans the features offer. */
@Component
class Contents {

    private final List<FormContent> contents;
    private final List<FormOutcome> outcomes;
    private final List<CaseStart> starts;

    Contents(List<FormContent> contents, List<FormOutcome> outcomes, List<CaseStart> starts) {
        this.contents = contents;
        this.outcomes = outcomes;
        this.starts = starts;
    }

    Map<String, Object> values(String form, FormReader reader) {
        return content(form).map(content -> content.values(reader)).orElse(Map.of());
    }

    /** Codes and words by {@code valuesKey}. */
    Map<String, Map<String, String>> choices(String form, FormReader reader) {
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        content(form)
                .map(content -> content.choices(reader))
                .orElse(Map.of())
                .forEach((key, options) -> choices.put(key, byCode(options)));
        return choices;
    }

    private static Map<String, String> byCode(List<Choice> options) {
        Map<String, String> byCode = new LinkedHashMap<>();
        options.forEach(option -> byCode.put(option.value(), option.label()));
        return byCode;
    }

    private Optional<FormContent> content(String form) {
        return contents.stream().filter(content -> content.form().equals(form)).findFirst();
    }

    Map<String, Object> outcome(Submission submission) {
        return outcomes.stream()
                .filter(outcome -> outcome.form().equals(submission.form()))
                .findFirst()
                .map(outcome -> outcome.accept(submission))
                .orElse(Map.of());
    }

    /** @throws NotFromOutside when nothing may be started with the form */
    CaseStart start(String form) {
        return starts.stream()
                .filter(start -> start.form().equals(form))
                .findFirst()
                .orElseThrow(NotFromOutside::start);
    }
}
