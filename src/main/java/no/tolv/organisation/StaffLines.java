package no.tolv.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lines of {@code staff.csv}; whoever works at a unit is an employee there without anybody writing it. */
class StaffLines {

    private final RoleCells cells;

    StaffLines(Map<String, Unit> units) {
        this.cells = new RoleCells(units);
    }

    List<Roster.Employment> read(List<RosterLine> lines) {
        return lines.stream().map(this::employment).toList();
    }

    private Roster.Employment employment(RosterLine line) {
        return new Roster.Employment(new Staff(line.id(), line.text("name"), line.email(), true), roles(line));
    }

    private Map<String, Set<Role>> roles(RosterLine line) {
        Map<String, Set<Role>> roles = cells.read(line);
        roles.forEach((unit, held) -> {
            if (!unit.equals(Organisation.EVERYWHERE)) {
                held.add(Role.EMPLOYEE);
            }
        });
        return roles;
    }
}
