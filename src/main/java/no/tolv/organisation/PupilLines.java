package no.tolv.organisation;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lines of {@code pupils.csv} and {@code guardians.csv}. */
class PupilLines {

    private final Map<String, Unit> units;
    private final Map<String, Roster.Employment> staff;

    PupilLines(Map<String, Unit> units, Map<String, Roster.Employment> staff) {
        this.units = units;
        this.staff = staff;
    }

    List<Pupil> pupils(List<RosterLine> lines) {
        return lines.stream().map(this::pupil).toList();
    }

    List<Guardian> guardians(List<RosterLine> pupilLines, List<RosterLine> lines) {
        Set<String> pupils = pupilLines.stream().map(RosterLine::id).collect(toSet());
        return lines.stream().map(line -> guardian(line, pupils)).toList();
    }

    private Pupil pupil(RosterLine line) {
        String unit = line.known(
                "unit", this::hasPupils, "enheten finnes ikke", "skriv id-en til en skole eller barnehage i units.csv");
        String grade = line.matching("grade", value -> value.length() <= 20, "skriv trinnet kort, for eksempel 8");
        return new Pupil(line.id(), line.text("name"), unit, grade, line.date("born"), contactTeacher(line, unit));
    }

    private boolean hasPupils(String unit) {
        return units.containsKey(unit) && units.get(unit).kind() != Unit.Kind.OWNER;
    }

    private String contactTeacher(RosterLine line, String unit) {
        return line.known(
                "contactTeacher",
                id -> staff.containsKey(id) && staff.get(id).roles().containsKey(unit),
                "kontaktlæreren finnes ikke ved elevens enhet",
                "skriv id-en til en linje i staff.csv med en rolle ved enheten");
    }

    private static Guardian guardian(RosterLine line, Set<String> pupils) {
        String pupil = line.known("pupil", pupils::contains, "eleven finnes ikke", "skriv en id som står i pupils.csv");
        return new Guardian(
                line.id(),
                pupil,
                line.text("name"),
                line.emailIfAny(),
                line.yes("parentalResponsibility"),
                line.yes("protectedAddress"));
    }
}
