package no.tolv.casefile;

import java.util.Map;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Staff;
import org.springframework.stereotype.Component;

/** Puts names beside the ids a case holds. */
@Component
public class People {

    private static final Map<String, String> NOT_STAFF = Map.of("tolv", "Tolv", "anonymous", "Melder uten innlogging");

    private final Organisation organisation;

    public People(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The staff with the id, also one who has left; null when there is no id. */
    public Person staff(String id) {
        return id == null
                ? null
                : new Person(
                        id, organisation.staff(id).map(Staff::name).orElseGet(() -> NOT_STAFF.getOrDefault(id, id)));
    }

    /** The pupil with the id; null when there is no id. */
    public Person pupil(String id) {
        return id == null
                ? null
                : new Person(id, organisation.pupil(id).map(Pupil::name).orElse(id));
    }
}
