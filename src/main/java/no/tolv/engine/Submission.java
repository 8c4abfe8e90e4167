package no.tolv.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that somebody has filled in and that the form contract has accepted.
 *
 * @param form form id
 * @param caseNumber the case, or null for a start form
 * @param unit the case's unit, or null for a start form
 * @param task task id in the engine, or null for a start form
 * @param actor staff id of the one who filled it in, or null for a reporter who is not logged in
 * @param answers by field key: String, Boolean, Integer, Double, ISO date as String, List&lt;String&gt; or
 *     List&lt;Map&lt;String, Object&gt;&gt;; a field left empty is absent
 * @param variables the process variables the task can see
 */
public record Submission(
        String form,
        String caseNumber,
        String unit,
        String task,
        String actor,
        Map<String, Object> answers,
        Map<String, Object> variables) {

    public boolean has(String field) {
        return answers.containsKey(field);
    }

    public String text(String field) {
        return (String) answers.get(field);
    }

    /** True when a radio button or checkbox says yes. */
    public boolean yes(String field) {
        Object answer = answers.get(field);
        return Boolean.TRUE.equals(answer) || "yes".equals(answer);
    }

    public LocalDate date(String field) {
        return Optional.ofNullable(text(field)).map(LocalDate::parse).orElse(null);
    }

    @SuppressWarnings("unchecked")
    public List<String> choices(String field) {
        return (List<String>) answers.getOrDefault(field, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String field) {
        return (List<Map<String, Object>>) answers.getOrDefault(field, List.of());
    }
}
