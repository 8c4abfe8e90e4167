package no.tolv.organisation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tolv.organisation.provider.IdentityProviders;
import org.springframework.core.io.Resource;

/** What the roster's files say, checked against each other. */
record Roster(
        List<Unit> units,
        List<Employment> staff,
        List<Pupil> pupils,
        List<Guardian> guardians,
        List<ProviderLines.Login> logins,
        List<ProviderLines.Confirmation> confirmations) {

    /** Somebody who works here, with the roles held at each unit. */
    record Employment(Staff person, Map<String, Set<Role>> roles) {}

    private static final RosterFile UNITS = new RosterFile("units.csv", "id", "name", "kind", "owner", "language");
    private static final RosterFile STAFF = new RosterFile("staff.csv", "id", "name", "email", "roles");
    private static final RosterFile PUPILS =
            new RosterFile("pupils.csv", "id", "name", "unit", "grade", "born", "contactTeacher");
    private static final RosterFile GUARDIANS = new RosterFile(
            "guardians.csv", "id", "pupil", "name", "email", "parentalResponsibility", "protectedAddress");
    private static final RosterFile GROUPS = new RosterFile("groups.csv", "group", "roles");

    /**
     * Reads the folder.
     *
     * @throws RosterBroken at the first thing that is wrong
     */
    static Roster read(Resource folder, IdentityProviders providers) {
        Map<String, Unit> units = new UnitLines(UNITS.read(folder)).read();
        List<RosterLine> staffLines = STAFF.read(folder);
        List<Employment> staff = new StaffLines(units).read(staffLines);
        requireOwners(units, staff);
        PupilLines pupils = new PupilLines(units, byId(staff));
        List<RosterLine> pupilLines = PUPILS.read(folder);
        ProviderLines provided = new ProviderLines(providers);
        return new Roster(
                List.copyOf(units.values()),
                staff,
                pupils.pupils(pupilLines),
                pupils.guardians(pupilLines, GUARDIANS.read(folder)),
                provided.logins(staffLines),
                provided.confirmations(GROUPS.readIfAny(folder), new RoleCells(units)));
    }

    private static Map<String, Employment> byId(List<Employment> staff) {
        return staff.stream().collect(toMap(one -> one.person().id(), one -> one));
    }

    /** Every fallback ends at the owner, so a municipality without one could leave a task with nobody (INV-04). */
    private static void requireOwners(Map<String, Unit> units, List<Employment> staff) {
        for (Unit unit : units.values()) {
            if (unit.kind() == Unit.Kind.OWNER && staff.stream().noneMatch(one -> holdsOwner(one, unit))) {
                throw STAFF.broken(
                        "ingen har rollen owner ved enheten «" + unit.id() + "»",
                        "skriv " + unit.id() + ".owner i kolonnen «roles» hos den som er kommunalsjef");
            }
        }
    }

    private static boolean holdsOwner(Employment one, Unit unit) {
        return one.roles().getOrDefault(unit.id(), Set.of()).contains(Role.OWNER);
    }
}
