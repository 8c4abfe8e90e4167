package no.tolv.engine.confine;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.tolv.engine.confine.AllowList.Rule;
import no.tolv.engine.confine.Reading.Kind;
import no.tolv.engine.confine.Reading.Reference;

/** Reads one diagram or table from its first byte to its last and holds everything in it against a list. */
final class SourceReader {

    private static final int ENOUGH = 5;

    private static final Map<Value, Kind> ASKS =
            new EnumMap<>(Map.of(Value.PROCESS, Kind.PROCESS, Value.DECISION, Kind.DECISION, Value.FORM, Kind.FORM));

    private final AllowList list;
    private final Delegates steps;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Limits limits = new Limits();
    private String unreadable;
    private boolean over;

    SourceReader(AllowList list, Delegates steps) {
        this.list = list;
        this.steps = steps;
    }

    /** An element whose end has not been read. */
    private record Open(String name, String id, StringBuilder text) {}

    Reading read(byte[] source) {
        Limits.exceededBy(source).ifPresentOrElse(this::stop, () -> readAll(source));
        return new Reading(Optional.ofNullable(unreadable), List.copyOf(findings), List.copyOf(references));
    }

    private void readAll(byte[] source) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(source));
            while (xml.hasNext() && !over) {
                read(xml, xml.next());
            }
        } catch (XMLStreamException unreadable) {
            int line = unreadable.getLocation() == null
                    ? 1
                    : unreadable.getLocation().getLineNumber();
            stop("linje " + line + " kan ikke leses; åpne den i Modeler, rett feilen og lagre på nytt");
        }
    }

    /** The JDK's own parser, as the engine uses: what we read is what it will read. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(open.pop());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                open.peek().text().append(xml.getText());
            case XMLStreamConstants.DTD,
                    XMLStreamConstants.ENTITY_REFERENCE,
                    XMLStreamConstants.PROCESSING_INSTRUCTION ->
                stop("den har en DOCTYPE, en ENTITY eller en behandlingsinstruks; ta dem bort");
            default -> {}
        }
    }

    private void start(XMLStreamReader xml) {
        Map<String, String> attributes = attributes(xml);
        String name = name(xml);
        open.push(new Open(name, id(attributes, xml.getLocalName()), new StringBuilder()));
        if (!list.knows(name)) {
            find(Instead.ofElement(name));
        }
        attributes.forEach((attribute, value) -> check(name, attribute, value, attributes));
        limits.exceededWith(xml.getLocalName(), open.size()).ifPresent(this::stop);
    }

    /** The element's own id, or else the one around it that has one. */
    private String id(Map<String, String> attributes, String local) {
        String around = open.isEmpty() ? local : open.peek().id();
        return attributes.getOrDefault("id", around);
    }

    /** DMN's {@code text} means something else in each place, and is on the list together with what it stands in. */
    private String name(XMLStreamReader xml) {
        String name = list.name(xml.getNamespaceURI(), xml.getLocalName());
        return name.equals("dmn:text") && !open.isEmpty() ? open.peek().name() + "/text" : name;
    }

    private Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(
                    list.name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private void end(Open element) {
        String text = element.text().toString().strip();
        if (!text.isEmpty()) {
            open.push(element);
            check(element.name(), AllowList.CONTENT, text, Map.of());
            open.pop();
        }
    }

    private void check(String element, String attribute, String value, Map<String, String> attributes) {
        Rule rule = list.rule(element, attribute).orElse(null);
        if (rule == null) {
            find(Instead.ofAttribute(element, attribute));
        } else if (!rule.fits(value, new Place(attributes, steps))) {
            find(Instead.ofValue(element, attribute, value, rule));
        } else if (ASKS.containsKey(rule.value())) {
            references.add(new Reference(ASKS.get(rule.value()), open.peek().id(), value));
        }
    }

    private void find(String sentence) {
        findings.add(new Finding(open.peek().id(), sentence));
        over = findings.size() >= ENOUGH;
    }

    private void stop(String sentence) {
        unreadable = sentence;
        over = true;
    }
}
