package no.tolv.engine.form.contract;

import java.util.Optional;
import java.util.Set;

/** The kinds of field a form may have; what only shows something is no field. */
enum FieldType {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    SELECT,
    RADIO,
    CHECKBOX,
    CHECKLIST,
    TAGLIST,
    DATETIME,
    DYNAMICLIST;

    /** Without HTML of one's own, and without what fetches from another address. */
    private static final Set<String> PRESENTATION = Set.of("default", "text", "separator", "spacer", "button");

    /** The type of a component, or empty when it only shows something. */
    static Optional<FieldType> of(String component) {
        if (PRESENTATION.contains(component)) {
            return Optional.empty();
        }
        for (FieldType type : values()) {
            if (type.name().toLowerCase().equals(component)) {
                return Optional.of(type);
            }
        }
        throw new BrokenForm("komponenten «" + component + "» er ikke en Tolv kjenner");
    }

    boolean isText() {
        return this == TEXTFIELD || this == TEXTAREA;
    }

    boolean isChoice() {
        return this == SELECT || this == RADIO || isMultipleChoice();
    }

    boolean isMultipleChoice() {
        return this == CHECKLIST || this == TAGLIST;
    }
}
