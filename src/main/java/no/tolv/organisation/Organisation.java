package no.tolv.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The units, their staff in roles, their pupils and guardians, as the roster last told. */
@Component
public class Organisation {

    /** All units, municipalities first. */
    public List<Unit> units() {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> unit(String id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Staff> staff(String id) {
        throw new UnsupportedOperationException();
    }

    /** Active staff of a unit, by name. */
    public List<Staff> staffOf(String unit) {
        throw new UnsupportedOperationException();
    }

    /** Active holders of a role at a unit, by name. */
    public List<Staff> inRole(String unit, Role role) {
        throw new UnsupportedOperationException();
    }

    /** The roles somebody holds, by unit. */
    public Map<String, Set<Role>> rolesOf(String staff) {
        throw new UnsupportedOperationException();
    }

    public Optional<Pupil> pupil(String id) {
        throw new UnsupportedOperationException();
    }

    /** Pupils of a unit, by name. */
    public List<Pupil> pupilsOf(String unit) {
        throw new UnsupportedOperationException();
    }

    public List<Guardian> guardiansOf(String pupil) {
        throw new UnsupportedOperationException();
    }
}
