package no.tolv.organisation;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the lines of {@code units.csv}; municipalities come out first. */
class UnitLines {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private final Map<String, RosterLine> lines;

    UnitLines(List<RosterLine> lines) {
        this.lines = lines.stream().collect(toMap(RosterLine::id, line -> line, (a, b) -> a, LinkedHashMap::new));
    }

    Map<String, Unit> read() {
        Map<String, Unit> units = new LinkedHashMap<>();
        lines.values().stream().filter(UnitLines::isOwner).forEach(line -> units.put(line.id(), unit(line)));
        lines.values().stream().filter(line -> !isOwner(line)).forEach(line -> units.put(line.id(), unit(line)));
        return units;
    }

    private Unit unit(RosterLine line) {
        return new Unit(
                id(line),
                line.text("name"),
                Unit.Kind.valueOf(kind(line).toUpperCase(Locale.ROOT)),
                owner(line),
                line.oneOf("language", "nb", "nn"));
    }

    private static String id(RosterLine line) {
        String remedy = "bruk små bokstaver a–z, tall og bindestrek, og ikke ordet " + Organisation.EVERYWHERE;
        return line.matching("id", id -> ID.matcher(id).matches() && !id.equals(Organisation.EVERYWHERE), remedy);
    }

    private static String kind(RosterLine line) {
        return line.oneOf("kind", "owner", "school", "kindergarten");
    }

    private static boolean isOwner(RosterLine line) {
        return kind(line).equals("owner");
    }

    private String owner(RosterLine line) {
        if (isOwner(line)) {
            return line.matching("owner", line.id()::equals, "en kommune eier seg selv, så skriv kommunens egen id");
        }
        return line.known(
                "owner",
                owner -> lines.containsKey(owner) && isOwner(lines.get(owner)),
                "kommunen finnes ikke i filen",
                "skriv id-en til en linje der kind er owner");
    }
}
