package no.tolv.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads cells with roles, each written as {@code unit.role}, with | between several. */
record RoleCells(Map<String, Unit> units) {

    private static final String ROLES = "roles";

    Map<String, Set<Role>> read(RosterLine line) {
        Map<String, Set<Role>> roles = new TreeMap<>();
        for (String held : line.text(ROLES).split("\\|")) {
            String[] parts = held.strip().split("\\.");
            if (parts.length != 2) {
                throw line.broken(
                        ROLES,
                        "en rolle er ikke skrevet som enhet.rolle",
                        "skriv for eksempel midtstuen.contactTeacher, med | mellom flere");
            }
            roles.computeIfAbsent(unit(line, parts[0]), unit -> EnumSet.noneOf(Role.class))
                    .add(role(line, parts));
        }
        return roles;
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
