package no.tolv.concern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import org.springframework.stereotype.Component;

/** Whom and what one can report: pupils, staff and categories of the units one works at. */
@Component
class ReportContent implements FormContent {

    private final Places places;
    private final Categories categories;

    ReportContent(Places places, Categories categories) {
        this.places = places;
        this.categories = categories;
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
                .forEach(unit -> categories.of(unit.id()).forEach((code, words) -> found.add(new Choice(code, words))));
        return List.copyOf(found);
    }
}
