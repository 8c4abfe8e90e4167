package no.tolv.casefile;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** The role somebody acts in when a step is written to the log. */
@Component
public class ActingRole {

    private static final Comparator<Role> PARTICULAR_FIRST =
            Comparator.<Role, Boolean>comparing(Role.EMPLOYEE::equals).thenComparing(Comparator.reverseOrder());

    private final Organisation organisation;

    ActingRole(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The role at the unit, else at its municipality, a particular one before plain employee; {@code reporter} for others. */
    public String of(String staff, String unit) {
        Map<String, Set<Role>> roles = staff == null ? Map.of() : organisation.rolesOf(staff);
        String owner = organisation.unit(unit).map(Unit::owner).orElse(unit);
        return Stream.of(unit, owner)
                .flatMap(place -> roles.getOrDefault(place, Set.of()).stream().sorted(PARTICULAR_FIRST))
                .findFirst()
                .map(Role::id)
                .orElse("reporter");
    }
}
