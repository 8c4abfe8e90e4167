package no.tolv.engine;

import java.util.List;
import java.util.Map;

/** What a form shows before it is filled in: what one must know first, and what may be chosen. One bean per form that needs it. */
public interface FormContent {

    /** Form id. */
    String form();

    /** Values by field key: read-only text, prefilled answers, lists of rows. */
    default Map<String, Object> values(FormReader reader) {
        return Map.of();
    }

    /** What may be chosen, by the {@code valuesKey} the form writes. */
    default Map<String, List<Choice>> choices(FormReader reader) {
        return Map.of();
    }
}
