package no.tolv.engine.deployment;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import no.tolv.engine.TableCodes;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** The units and municipalities of the roster, which the rows of a table are for. */
@Component
class PlaceCodes implements TableCodes {

    private final Organisation organisation;

    PlaceCodes(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Map<String, Set<String>> byInput() {
        return Map.of(
                QuestionColumns.UNIT,
                organisation.units().stream().map(Unit::id).collect(toSet()),
                QuestionColumns.MUNICIPALITY,
                organisation.units().stream().map(Unit::owner).collect(toSet()));
    }
}
