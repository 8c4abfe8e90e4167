package no.tolv.engine.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where an XML file is broken: the line, and what the parser minds. */
final class XmlFault {

    private static final Pattern PLACE = Pattern.compile("(?s).*\\bLine=(\\d+):\\s*(.*)");

    private XmlFault() {}

    static String of(Throwable failure) {
        String told = clean(deepest(failure).getMessage());
        Matcher place = PLACE.matcher(told);
        return place.matches() ? "linje " + place.group(1) + ": " + place.group(2) : told;
    }

    private static Throwable deepest(Throwable failure) {
        return failure.getCause() == null ? failure : deepest(failure.getCause());
    }

    private static String clean(String message) {
        return String.valueOf(message).strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }
}
