package no.tolv.concern;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.TaskRecord;
import no.tolv.engine.FormLabels;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Staff;
import org.springframework.stereotype.Component;

/** A report in short Norwegian lines. */
@Component
class ReportSummary {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Organisation organisation;
    private final Categories categories;
    private final FormLabels labels;

    ReportSummary(Organisation organisation, Categories categories, FormLabels labels) {
        this.organisation = organisation;
        this.categories = categories;
        this.labels = labels;
    }

    /** For the one who receives it. */
    String of(CaseFile file, TaskRecord report) {
        Map<String, Object> answers = report.answers();
        List<String> lines = whatHappened(file, answers);
        choice(lines, "Oppdaget ved", answers, "discoveredHow");
        person(lines, "Ansatt mistanken gjelder", answers.get("suspectedStaff"));
        choice(lines, "Grep inn", answers, "intervened");
        choice(lines, "Stoppet det", answers, "stopped");
        choice(lines, "Sa tydelig fra", answers, "saidClearly");
        if (report.actor() == null) {
            lines.add(line("Meldt av", "noen uten innlogging"));
        }
        person(lines, "Meldt av", report.actor());
        return String.join("\n", lines);
    }

    /** For the one who talks with the pupil: neither who has told, nor which of the staff is suspected. */
    String forHearing(CaseFile file, TaskRecord report) {
        return String.join("\n", whatHappened(file, report.answers()));
    }

    private List<String> whatHappened(CaseFile file, Map<String, Object> answers) {
        List<String> lines = new ArrayList<>();
        organisation
                .pupil(file.pupil())
                .ifPresentOrElse(
                        pupil -> lines.add(line("Elev", pupil.name() + " (" + pupil.grade() + ")")),
                        () -> lines.add(line("Elev", "må finnes av den som tar imot")));
        if (answers.get("happenedOn") instanceof String day) {
            lines.add(line("Når", LocalDate.parse(day).format(DAY)));
        }
        choice(lines, "Hvor", answers, "arena");
        chosen(lines, "Det gjelder", answers.get("categories"), categories(file));
        choice(lines, "Tegn", answers, "signs");
        choice(lines, "Har det skjedd før", answers, "repeated");
        choice(lines, "Mistanke mot", answers, "suspect");
        return lines;
    }

    private void choice(List<String> lines, String heading, Map<String, Object> answers, String field) {
        List<String> words = codes(answers.get(field)).stream()
                .map(code -> labels.of("reportConcern", field, code))
                .toList();
        if (!words.isEmpty()) {
            lines.add(line(heading, String.join(", ", words)));
        }
    }

    private static void chosen(List<String> lines, String heading, Object answer, Map<String, String> words) {
        List<String> codes = codes(answer);
        if (!codes.isEmpty()) {
            lines.add(line(
                    heading,
                    codes.stream().map(code -> words.getOrDefault(code, code)).collect(joining(", "))));
        }
    }

    private void person(List<String> lines, String heading, Object staff) {
        codes(staff).stream()
                .flatMap(id -> organisation.staff(id).stream())
                .map(Staff::name)
                .forEach(name -> lines.add(line(heading, name)));
    }

    private Map<String, String> categories(CaseFile file) {
        String unit =
                organisation.pupil(file.pupil()).map(pupil -> pupil.unit()).orElse(file.unit());
        return categories.of(unit);
    }

    private static List<String> codes(Object answer) {
        if (answer instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return answer == null ? List.of() : List.of(answer.toString());
    }

    private static String line(String heading, String words) {
        return "- **" + heading + ":** " + words;
    }
}
