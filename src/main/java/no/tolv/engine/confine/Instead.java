package no.tolv.engine.confine;

import java.util.Map;
import no.tolv.engine.confine.AllowList.Rule;

/** Says what may not stand in a file, and what to do instead. */
final class Instead {

    private static final int SHOWN = 80;

    private static final String OWN_STEP =
            "Velg «Delegate expression» og ${navnet} på et av stegene i Tolv; egen kode tas inn av utviklerne.";
    private static final String NO_SCRIPT = "Skript kjøres ikke. Legg regelen i en beslutningstabell.";
    private static final String OWN_FORM = "Velg «Camunda Forms» og id-en til et skjema som følger med.";
    private static final String NO_CYCLE =
            "Bruk «Date» eller «Duration»; det som kommer igjen, hører hjemme i årshjulet.";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("class", OWN_STEP),
            Map.entry("expression", OWN_STEP),
            Map.entry("delegateExpression", OWN_STEP),
            Map.entry("type", OWN_STEP),
            Map.entry("topic", OWN_STEP),
            Map.entry("connector", OWN_STEP),
            Map.entry("field", OWN_STEP),
            Map.entry("sendTask", OWN_STEP),
            Map.entry("script", NO_SCRIPT),
            Map.entry("scriptTask", NO_SCRIPT),
            Map.entry("scriptFormat", NO_SCRIPT),
            Map.entry("resource", NO_SCRIPT),
            Map.entry("language", NO_SCRIPT),
            Map.entry("expressionLanguage", NO_SCRIPT),
            Map.entry("formKey", OWN_FORM),
            Map.entry("formData", OWN_FORM),
            Map.entry("formHandlerClass", OWN_FORM),
            Map.entry("timeCycle", NO_CYCLE),
            Map.entry("candidateUsers", "Skriv i stedet en rolle i feltet for kandidatgrupper."));

    private Instead() {}

    static String ofElement(String name) {
        return "Elementet " + name + " kan ikke brukes. " + advice(name);
    }

    static String ofAttribute(String element, String attribute) {
        return attribute.equals(AllowList.CONTENT)
                ? "Det kan ikke stå tekst i " + element + ". Ta den bort."
                : "Egenskapen " + attribute + " på " + element + " kan ikke brukes. " + advice(attribute);
    }

    static String ofValue(String element, String attribute, String value, Rule rule) {
        String place = attribute.equals(AllowList.CONTENT) ? element : attribute;
        return "«" + shortened(value) + "» kan ikke stå i " + place + ". Skriv " + rule.description() + ".";
    }

    private static String advice(String name) {
        return KNOWN.getOrDefault(name.substring(name.lastIndexOf(':') + 1), "Ta det bort.");
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
