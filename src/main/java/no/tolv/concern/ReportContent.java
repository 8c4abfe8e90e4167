package no.tolv.concern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import no.tolv.engine.Choice;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import org.springframework.stereotype.Component;

/** Whom and what one can report: pupils, staff and categories of the units one works at. */
@Component
class ReportContent implements FormContent {

    private final Places places;
    private final Decisions decisions;

    ReportContent(Places places, Decisions decisions) {
        this.places = places;
        this.decisions = decisions;
    }

    @Override
    public String form() {
        return "reportConcern";
    }

    @Override
    public Map<String, List<Choice>> choices(FormReader reader) {
        return Map.of(
                "pupils", pupils(reader.person()),
                "staff", staff(reader.person()),
                "categories", categories(reader.person()));
    }

    private List<Choice> pupils(String person) {
        return places.pupils(person).stream()
                .map(pupil -> new Choice(pupil.id(), pupil.name() + " (" + pupil.grade() + ")"))
                .toList();
    }

    private List<Choice> staff(String person) {
        return places.staff(person).stream()
                .map(staff -> new Choice(staff.id(), staff.name()))
                .toList();
    }

    private List<Choice> categories(String person) {
        LinkedHashSet<Choice> found = new LinkedHashSet<>();
        places.of(person)
                .forEach(unit -> decisions.all("categories", Map.of("unit", unit.id())).stream()
                        .map(row -> new Choice((String) row.get("code"), (String) row.get("label")))
                        .forEach(found::add));
        return List.copyOf(found);
    }
}
