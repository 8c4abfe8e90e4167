package no.tolv.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.Choice;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Staff;
import org.springframework.stereotype.Component;

/** Who may carry out a measure in a case: staff of the unit and its municipality who are active and not excluded (INV-08). */
@Component
public class Responsibles {

    private final Organisation organisation;
    private final Exclusions exclusions;

    Responsibles(Organisation organisation, Exclusions exclusions) {
        this.organisation = organisation;
        this.exclusions = exclusions;
    }

    public List<Choice> choices(String caseNumber, String unit) {
        Set<String> excluded = exclusions.of(caseNumber);
        return organisation.staffAround(unit).stream()
                .filter(staff -> !excluded.contains(staff.id()))
                .map(staff -> new Choice(staff.id(), staff.name()))
                .toList();
    }

    /** Why somebody cannot be responsible, as the end of a sentence, or empty when the person can. */
    Optional<String> hindrance(String caseNumber, String staff) {
        Optional<Staff> found = organisation.staff(staff);
        if (found.isEmpty()) {
            return Optional.of("finnes ikke blant de ansatte");
        }
        if (!found.get().active()) {
            return Optional.of("arbeider ikke her lenger");
        }
        return exclusions.of(caseNumber).contains(staff) ? Optional.of("kan ikke delta i saken") : Optional.empty();
    }

    String nameOf(String staff) {
        return organisation.staff(staff).map(Staff::name).orElse("ukjent");
    }
}
