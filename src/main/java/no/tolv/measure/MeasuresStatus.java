package no.tolv.measure;

import java.util.stream.Collectors;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Staff;
import org.springframework.stereotype.Component;

/** How the measures of the plan in force stand, as lines to read. */
@Component
public class MeasuresStatus {

    private final Measures measures;
    private final Organisation organisation;

    MeasuresStatus(Measures measures, Organisation organisation) {
        this.measures = measures;
        this.organisation = organisation;
    }

    /** A Markdown list with one line for each measure, as the forms' text components show it. */
    public String of(String caseNumber) {
        String lines = measures.inForce(caseNumber).stream().map(this::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "Ingen tiltak er i kraft." : lines;
    }

    private String line(Measure measure) {
        return "- Tiltak %d: %s – %s, %s til %s, evalueres %s: %s"
                .formatted(
                        measure.position(),
                        measure.what().strip().replaceAll("\\s+", " "),
                        organisation
                                .staff(measure.responsible())
                                .map(Staff::name)
                                .orElse("ukjent ansvarlig"),
                        NorwegianDate.inWords(measure.startsOn()),
                        NorwegianDate.inWords(measure.endsOn()),
                        NorwegianDate.inWords(measure.evaluationOn()),
                        measure.status().label());
    }
}
