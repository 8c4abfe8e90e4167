package no.tolv.engine;

import org.xml.sax.SAXParseException;

/** Says where an XML file is broken. */
final class XmlFault {

    private XmlFault() {}

    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException fault) {
                return "linje " + fault.getLineNumber() + ", kolonne " + fault.getColumnNumber() + ": "
                        + clean(fault.getMessage());
            }
        }
        return clean(String.valueOf(failure.getMessage()));
    }

    private static String clean(String message) {
        return message.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }
}
