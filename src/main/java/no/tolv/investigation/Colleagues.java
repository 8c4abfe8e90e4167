package no.tolv.investigation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.Choice;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Who can be given work in a case: active staff of its unit or municipality, without those shut out of it (INV-04). */
@Component
class Colleagues {

    private final Organisation organisation;
    private final Exclusions exclusions;

    Colleagues(Organisation organisation, Exclusions exclusions) {
        this.organisation = organisation;
        this.exclusions = exclusions;
    }

    List<Choice> choices(String caseNumber, String unit) {
        return of(caseNumber, unit)
                .map(staff -> new Choice(staff.id(), staff.name()))
                .toList();
    }

    /**
     * The one a field names.
     *
     * @throws FormRejected when that one cannot be given work in the case
     */
    String chosen(Submission submission, String field) {
        return require(submission, submission.text(field), field);
    }

    /** As {@link #chosen}, for an answer inside a list. */
    String require(Submission submission, String staff, String field) {
        return of(submission.caseNumber(), submission.unit())
                .map(Staff::id)
                .filter(id -> id.equals(staff))
                .findFirst()
                .orElseThrow(() ->
                        new FormRejected(field, "Personen kan ikke ha oppgaver i saken. Velg en ansatt fra lista."));
    }

    /** The first of the given staff, then of the roles' holders, who can be given work in the case; null when there is none. */
    String firstAble(String caseNumber, String unit, List<String> roles) {
        List<String> able = of(caseNumber, unit).map(Staff::id).toList();
        return roles.stream()
                .flatMap(role -> Stream.of(unit, owner(unit))
                        .flatMap(place -> organisation.inRole(place, Role.of(role)).stream()))
                .map(Staff::id)
                .filter(able::contains)
                .findFirst()
                .orElse(null);
    }

    private Stream<Staff> of(String caseNumber, String unit) {
        Set<String> excluded = exclusions.of(caseNumber);
        return organisation.staffAround(unit).stream().filter(staff -> !excluded.contains(staff.id()));
    }

    private String owner(String unit) {
        return organisation.unit(unit).map(Unit::owner).orElse(unit);
    }
}
