package no.tolv.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the lines of {@code staff.csv}; whoever works at a unit is an employee there without anybody writing it. */
class StaffLines {

    private static final String ROLES = "roles";

    private final Map<String, Unit> units;

    StaffLines(Map<String, Unit> units) {
        this.units = units;
    }

    List<Roster.Employment> read(List<RosterLine> lines) {
        return lines.stream().map(this::employment).toList();
    }

    private Roster.Employment employment(RosterLine line) {
        return new Roster.Employment(new Staff(line.id(), line.text("name"), line.email(), true), roles(line));
    }

    private Map<String, Set<Role>> roles(RosterLine line) {
        Map<String, Set<Role>> roles = new TreeMap<>();
        for (String held : line.text(ROLES).split("\\|")) {
            String[] parts = held.strip().split("\\.");
            if (parts.length != 2) {
                throw line.broken(
                        ROLES,
                        "en rolle er ikke skrevet som enhet.rolle",
                        "skriv for eksempel midtstuen.contactTeacher, med | mellom flere");
            }
            roles.computeIfAbsent(unit(line, parts[0]), unit -> everybodys(unit))
                    .add(role(line, parts));
        }
        return roles;
    }

    private static Set<Role> everybodys(String unit) {
        return unit.equals(Organisation.EVERYWHERE) ? EnumSet.noneOf(Role.class) : EnumSet.of(Role.EMPLOYEE);
    }

    private String unit(RosterLine line, String unit) {
        if (!unit.equals(Organisation.EVERYWHERE) && !units.containsKey(unit)) {
            throw line.broken(ROLES, "enheten finnes ikke", "skriv en id som står i units.csv foran punktumet");
        }
        return unit;
    }

    private static Role role(RosterLine line, String[] parts) {
        Role role = Arrays.stream(Role.values())
                .filter(one -> one.id().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> line.broken(
                        ROLES, "rollen finnes ikke", "skriv en rolle Tolv kjenner, for eksempel contactTeacher"));
        if (parts[0].equals(Organisation.EVERYWHERE) != (role == Role.PROCESS_ADMIN)) {
            throw line.broken(
                    ROLES,
                    "rollen hører ikke hjemme der den står",
                    "skriv processAdmin som all.processAdmin og alle andre roller ved en enhet");
        }
        return role;
    }
}
