package no.tolv.engine.confine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * A file somebody wrote to run code: a sound one with one thing changed.
 *
 * @param way how it tries
 * @param file {@code sound.bpmn} or {@code sound.dmn}
 */
public record Hostile(String way, String file, String content) {

    public static final String BPMN = sound("sound.bpmn");
    public static final String DMN = sound("sound.dmn");

    /** Three ways from an expression to a class. */
    private static final List<String> EXPRESSIONS = List.of(
            "${''.getClass().forName('hostile.Marker').newInstance() != null}",
            "${execution.getClass().getClassLoader().loadClass('hostile.Marker').newInstance() != null}",
            "#{''['class'].forName('hostile.Marker').newInstance() != null}");

    private static final List<String> FEEL = List.of(
            "function(x) external { java: { class: \"hostile.Marker\", method signature: \"touch()\" } }",
            "o.class.classLoader.loadClass(\"hostile.Marker\")",
            "{ made: unit.getClass().forName(\"hostile.Marker\") }.made");

    @Override
    public String toString() {
        return way;
    }

    public static Stream<Hostile> all() {
        return Stream.concat(code(), Stream.of(engine(), xml()).flatMap(List::stream));
    }

    /** Those that want a class loaded. */
    static Stream<Hostile> code() {
        return Stream.of(expressions(), scripts(), classes(), forms(), cells(), tables())
                .flatMap(List::stream);
    }

    /** Every place of a diagram where the engine evaluates something, each with every expression. */
    private static List<Hostile> expressions() {
        List<Hostile> all = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            String evil = EXPRESSIONS.get(i);
            String way = "uttrykk " + (i + 1) + " i ";
            all.add(bpmn(way + "betingelse", "${serious or count >= 2}", evil));
            all.add(bpmn(
                    way + "tidspunkt",
                    "timeDuration xsi:type=\"bpmn:tFormalExpression\">P2D</bpmn:timeDuration",
                    "timeDate>" + evil + "</bpmn:timeDate"));
            all.add(bpmn(way + "varighet", ">P2D<", ">" + evil + "<"));
            all.add(bpmn(way + "frist", "dueDate=\"P5D\"", "dueDate=\"" + evil + "\""));
            all.add(bpmn(way + "oppfølging", "followUpDate=\"P1D\"", "followUpDate=\"" + evil + "\""));
            all.add(bpmn(way + "ansvarlig", "${who}", evil));
            all.add(bpmn(
                    way + "kandidater",
                    "candidateGroups=\"principal\" camunda:dueDate",
                    "candidateGroups=\"" + evil + "\" camunda:dueDate"));
            all.add(bpmn(way + "navn", "name=\"Gjør det\"", "name=\"" + evil + "\""));
            all.add(bpmn(way + "dokumentasjon", ">Oppgave<", ">" + evil + "<"));
            all.add(bpmn(way + "inndata", ">reported<", ">" + evil + "<"));
            all.add(bpmn(
                    way + "hendelsesbetingelse",
                    "camunda:variableName=\"late\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">${late == true}",
                    "><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">" + evil));
            all.add(bpmn(way + "antall", ">2<", ">" + evil + "<"));
            all.add(bpmn(
                    way + "samling",
                    "isSequential=\"false\"><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">2</bpmn:loopCardinality>",
                    "isSequential=\"false\" camunda:collection=\"" + evil + "\" camunda:elementVariable=\"each\">"));
            all.add(bpmn(
                    way + "avslutning av løkke",
                    "xsi:type=\"bpmn:tFormalExpression\">${late == true}</bpmn:completionCondition",
                    "xsi:type=\"bpmn:tFormalExpression\">" + evil + "</bpmn:completionCondition"));
            all.add(task(
                    way + "tjenesteoppgave", "<bpmn:serviceTask id=\"task_c\" camunda:expression=\"" + evil + "\"/>"));
            all.add(task(
                    way + "delegat", "<bpmn:serviceTask id=\"task_c\" camunda:delegateExpression=\"" + evil + "\"/>"));
            all.add(task(way + "kallaktivitet", "<bpmn:callActivity id=\"task_c\" calledElement=\"" + evil + "\"/>"));
            all.add(task(way + "forretningsnøkkel", call("<camunda:in businessKey=\"" + evil + "\"/>")));
            all.add(task(
                    way + "sourceExpression", call("<camunda:in sourceExpression=\"" + evil + "\" target=\"x\"/>")));
            all.add(task(
                    way + "tabellvalg", "<bpmn:businessRuleTask id=\"task_c\" camunda:decisionRef=\"" + evil + "\"/>"));
            all.add(task(way + "melding", "<bpmn:receiveTask id=\"task_c\" messageRef=\"message_news\"/>")
                    .and("name=\"news\"", "name=\"" + evil + "\""));
            all.add(listener(
                    way + "lytter", "<camunda:executionListener event=\"start\" expression=\"" + evil + "\"/>"));
            all.add(taskListener(
                    way + "oppgavelytter", "<camunda:taskListener event=\"create\" expression=\"" + evil + "\"/>"));
        }
        return all;
    }

    private static List<Hostile> scripts() {
        List<Hostile> all = new ArrayList<>();
        for (String language : List.of("juel", "feel", "groovy", "javascript", "ecmascript", "python")) {
            String script = language.equals("feel") ? FEEL.get(1) : EXPRESSIONS.get(0);
            all.add(task(
                    "skriptoppgave i " + language,
                    "<bpmn:scriptTask id=\"task_c\" scriptFormat=\"" + language + "\"><bpmn:script>" + script
                            + "</bpmn:script></bpmn:scriptTask>"));
            all.add(bpmn(
                    "betingelse i " + language,
                    "bpmn:tFormalExpression\">${serious or count >= 2}",
                    "bpmn:tFormalExpression\" language=\"" + language + "\">" + script));
            all.add(bpmn(
                    "inndataskript i " + language,
                    ">reported<",
                    "><camunda:script scriptFormat=\"" + language + "\">" + script + "</camunda:script><"));
            all.add(listener(
                    "lytterskript i " + language,
                    "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"" + language + "\">"
                            + script + "</camunda:script></camunda:executionListener>"));
            all.add(taskListener(
                    "oppgaveskript i " + language,
                    "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"" + language + "\">" + script
                            + "</camunda:script></camunda:taskListener>"));
        }
        for (String resource : List.of("deployment://evil.groovy", "classpath://evil.groovy", "${''.getClass()}")) {
            all.add(task(
                    "skript fra " + resource,
                    "<bpmn:scriptTask id=\"task_c\" scriptFormat=\"juel\" camunda:resource=\"" + resource + "\"/>"));
        }
        return all;
    }

    private static List<Hostile> classes() {
        String evil = "hostile.Marker";
        return List.of(
                task("klasse på tjenesteoppgave", "<bpmn:serviceTask id=\"task_c\" camunda:class=\"" + evil + "\"/>"),
                task("klasse på sendeoppgave", "<bpmn:sendTask id=\"task_c\" camunda:class=\"" + evil + "\"/>"),
                task("klasse på regeloppgave", "<bpmn:businessRuleTask id=\"task_c\" camunda:class=\"" + evil + "\"/>"),
                task(
                        "klasse på melding ut",
                        "<bpmn:intermediateThrowEvent id=\"task_c\"><bpmn:messageEventDefinition camunda:class=\""
                                + evil + "\"/></bpmn:intermediateThrowEvent>"),
                task(
                        "klasse i Activitis navnerom",
                        "<bpmn:serviceTask id=\"task_c\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\""
                                + evil + "\"/>"),
                task(
                        "klasse under annet prefiks",
                        "<bpmn:serviceTask id=\"task_c\" xmlns:z=\"http://camunda.org/schema/1.0/bpmn\" z:class=\""
                                + evil + "\"/>"),
                task(
                        "klasse for variabler",
                        "<bpmn:callActivity id=\"task_c\" calledElement=\"sound\" camunda:variableMappingClass=\""
                                + evil + "\"/>"),
                task(
                        "delegat for variabler",
                        "<bpmn:callActivity id=\"task_c\" calledElement=\"sound\" camunda:variableMappingDelegateExpression=\"${marker}\"/>"),
                listener("klasse på lytter", "<camunda:executionListener event=\"start\" class=\"" + evil + "\"/>"),
                listener(
                        "klasse på lytter, med navnerom",
                        "<camunda:executionListener event=\"start\" camunda:class=\"" + evil + "\"/>"),
                taskListener(
                        "klasse på oppgavelytter", "<camunda:taskListener event=\"create\" class=\"" + evil + "\"/>"),
                taskListener(
                        "klasse på oppgavelytter, med navnerom",
                        "<camunda:taskListener event=\"create\" camunda:class=\"" + evil + "\"/>"),
                taskListener(
                        "klasse på fristlytter",
                        "<camunda:taskListener event=\"timeout\" id=\"late\" class=\"" + evil
                                + "\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition></camunda:taskListener>"),
                task(
                        "felt i delegat",
                        "<bpmn:serviceTask id=\"task_c\" camunda:class=\"" + evil
                                + "\"><bpmn:extensionElements><camunda:field name=\"x\"><camunda:expression>"
                                + EXPRESSIONS.get(0)
                                + "</camunda:expression></camunda:field></bpmn:extensionElements></bpmn:serviceTask>"),
                task(
                        "felt i eget steg",
                        "<bpmn:serviceTask id=\"task_c\" camunda:delegateExpression=\"${releaseNotices}\"><bpmn:extensionElements><camunda:field name=\"decisions\" stringValue=\"x\"/></bpmn:extensionElements></bpmn:serviceTask>"),
                task(
                        "kobling",
                        "<bpmn:serviceTask id=\"task_c\"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>"),
                task("type mail", "<bpmn:serviceTask id=\"task_c\" camunda:type=\"mail\"/>"),
                task("type shell", "<bpmn:serviceTask id=\"task_c\" camunda:type=\"shell\"/>"),
                task(
                        "type external",
                        "<bpmn:serviceTask id=\"task_c\" camunda:type=\"external\" camunda:topic=\""
                                + EXPRESSIONS.get(0) + "\"/>"),
                task("fremmed bønne", "<bpmn:serviceTask id=\"task_c\" camunda:delegateExpression=\"${dataSource}\"/>"),
                task(
                        "metode på eget steg",
                        "<bpmn:serviceTask id=\"task_c\" camunda:expression=\"${releaseNotices.execute(execution)}\"/>"),
                task(
                        "egenskap på eget steg",
                        "<bpmn:serviceTask id=\"task_c\" camunda:expression=\"${releaseNotices.class.name}\"/>"));
    }

    private static List<Hostile> forms() {
        String evil = "hostile.Marker";
        return List.of(
                bpmn(
                        "klasse for startskjema",
                        "id=\"startEvent_begun\"",
                        "id=\"startEvent_begun\" camunda:formHandlerClass=\"" + evil + "\""),
                bpmn(
                        "klasse for oppgaveskjema",
                        "id=\"userTask_a\"",
                        "id=\"userTask_a\" camunda:formHandlerClass=\"" + evil + "\""),
                bpmn(
                        "skjema fra annen adresse",
                        "id=\"userTask_a\"",
                        "id=\"userTask_a\" camunda:formKey=\"embedded:https://example.org/x.html\""),
                bpmn(
                        "skjema fra utrullingen",
                        "id=\"userTask_a\"",
                        "id=\"userTask_a\" camunda:formKey=\"embedded:deployment:x.html\""),
                bpmn(
                        "skjema fra programmet",
                        "id=\"userTask_a\"",
                        "id=\"userTask_a\" camunda:formKey=\"embedded:app:x.html\""),
                bpmn(
                        "skjema-id som uttrykk",
                        "id=\"userTask_a\"",
                        "id=\"userTask_a\" camunda:formRef=\"" + EXPRESSIONS.get(0)
                                + "\" camunda:formRefBinding=\"latest\""),
                taskListener(
                        "kontrollklasse i felt",
                        "<camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\""
                                + evil + "\"/></camunda:validation></camunda:formField></camunda:formData>"),
                taskListener(
                        "forvalg i felt",
                        "<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\""
                                + EXPRESSIONS.get(0) + "\"/></camunda:formData>"));
    }

    /** What takes over names and moves of the engine. */
    private static List<Hostile> engine() {
        List<Hostile> all = new ArrayList<>();
        for (String taken : List.of("caseNumber", "wallAt", "execution", "dueAt", "releaseNotices")) {
            all.add(task(
                    "svar i " + taken,
                    "<bpmn:businessRuleTask id=\"task_c\" camunda:decisionRef=\"sound\" camunda:resultVariable=\""
                            + taken + "\"/>"));
            all.add(bpmn("inndata i " + taken, "name=\"noticeEvent\"", "name=\"" + taken + "\""));
        }
        all.add(task("et program fra andre", "<bpmn:callActivity id=\"task_c\" calledElement=\"somethingElse\"/>"));
        all.add(bpmn(
                "gjentakelse",
                "timeDuration xsi:type=\"bpmn:tFormalExpression\">P2D</bpmn:timeDuration",
                "timeCycle>R/PT1S</bpmn:timeCycle"));
        all.add(bpmn("hundre tusen oppgaver", ">2<", ">100000<"));
        return all;
    }

    private static List<Hostile> xml() {
        String nodes = "<bpmn:task id=\"task_%d\"/>";
        StringBuilder many = new StringBuilder();
        Stream.iterate(0, n -> n + 1).limit(500).forEach(n -> many.append(nodes.formatted(n)));
        String head = "encoding=\"UTF-8\"?>";
        return List.of(
                bpmn("DOCTYPE", head, head + "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">"),
                bpmn("ENTITY", head, head + "<!DOCTYPE x [<!ENTITY a \"b\">]>").and(">Oppgave<", ">&a;<"),
                bpmn("ENTITY fra fil", head, head + "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>")
                        .and(">Oppgave<", ">&a;<"),
                bpmn(
                                "ENTITY-bombe",
                                head,
                                head
                                        + "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>")
                        .and(">Oppgave<", ">&c;<"),
                bpmn("stilark", head, head + "<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\"?>"),
                bpmn(
                        "skjemaadresse",
                        "id=\"definitions_sound\"",
                        "id=\"definitions_sound\" xsi:schemaLocation=\"http://x http://127.0.0.1:9/x.xsd\""),
                bpmn(
                        "import av WSDL",
                        "<bpmn:message id",
                        "<bpmn:import importType=\"http://schemas.xmlsoap.org/wsdl/\" location=\"http://127.0.0.1:9/x\" namespace=\"x\"/><bpmn:message id"),
                bpmn("for stor", ">Oppgave<", ">" + "x".repeat(1_000_000) + "<"),
                task("for mange", many.toString() + "<bpmn:task id=\"task_c\"/>"),
                task("for dypt", "<bpmn:subProcess>".repeat(50) + "</bpmn:subProcess>".repeat(50)),
                bpmn(
                        "ukjent navnerom",
                        "id=\"userTask_a\"",
                        "xmlns:q=\"urn:q\" q:class=\"hostile.Marker\" id=\"userTask_a\""),
                dmn("DOCTYPE i tabell", head, head + "<!DOCTYPE x [<!ENTITY a \"b\">]>"));
    }

    private static List<Hostile> cells() {
        List<Hostile> all = new ArrayList<>();
        for (int i = 0; i < FEEL.size(); i++) {
            String evil = FEEL.get(i).replace("\"", "&quot;");
            all.add(dmn("FEEL " + (i + 1) + " i celle", ">\"hagen\"<", ">" + evil + "<"));
            all.add(dmn("FEEL " + (i + 1) + " i svar", ">\"noe\"<", ">" + evil + "<"));
            all.add(dmn("FEEL " + (i + 1) + " i spørsmål", ">unit<", ">" + evil + "<"));
        }
        for (String language : List.of("juel", "javascript", "groovy")) {
            String evil = "expressionLanguage=\"" + language + "\"><text>" + EXPRESSIONS.get(0) + "</text>";
            all.add(dmn(
                    language + " i celle",
                    "id=\"inputEntry_1\"><text>\"hagen\"</text>",
                    "id=\"inputEntry_1\" " + evil));
            all.add(dmn(
                    language + " i svar", "id=\"outputEntry_1\"><text>\"noe\"</text>", "id=\"outputEntry_1\" " + evil));
            all.add(dmn(
                    language + " i spørsmål", "typeRef=\"string\"><text>unit</text>", "typeRef=\"string\" " + evil));
            all.add(dmn(
                            language + " for hele tabellen",
                            "id=\"definitions_sound\"",
                            "id=\"definitions_sound\" expressionLanguage=\"" + language + "\"")
                    .and(">\"noe\"<", ">" + EXPRESSIONS.get(0) + "<"));
        }
        for (String cell : List.of(
                "unit",
                "unit = \"a\"",
                "count(unit) > 1",
                "[unit..5]",
                "\"a\" + \"b\"",
                "some x in unit satisfies true",
                "@\"2026-01-01\"",
                "now()",
                "?",
                "\"{{unit}}\"")) {
            all.add(dmn(
                    "celle " + cell,
                    ">\"hagen\"<",
                    ">" + cell.replace("\"", "&quot;").replace(">", "&gt;") + "<"));
        }
        return all;
    }

    private static List<Hostile> tables() {
        String table = DMN.substring(DMN.indexOf("<decisionTable"), DMN.indexOf("</decision>"));
        return List.of(
                dmn(
                        "uttrykk i stedet for tabell",
                        table,
                        "<literalExpression id=\"e\" expressionLanguage=\"juel\"><text>" + EXPRESSIONS.get(0)
                                + "</text></literalExpression>"),
                dmn(
                        "FEEL-uttrykk i stedet for tabell",
                        table,
                        "<literalExpression id=\"e\"><text>" + FEEL.get(1).replace("\"", "&quot;")
                                + "</text></literalExpression>"),
                dmn(
                        "funksjon ved siden av",
                        "<decision id",
                        "<businessKnowledgeModel id=\"bkm\" name=\"f\"><encapsulatedLogic><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel><decision id"),
                dmn(
                        "import",
                        "<decision id",
                        "<import name=\"x\" namespace=\"x\" importType=\"x\" locationURI=\"http://127.0.0.1:9/x\"/><decision id"));
    }

    Hostile and(String from, String to) {
        return change(way, file, content, from, to);
    }

    private static Hostile bpmn(String way, String from, String to) {
        return change(way, "sound.bpmn", BPMN, from, to);
    }

    private static Hostile dmn(String way, String from, String to) {
        return change(way, "sound.dmn", DMN, from, to);
    }

    private static Hostile task(String way, String task) {
        return bpmn(way, "<bpmn:task id=\"task_c\" name=\"Vent\"/>", task);
    }

    private static Hostile listener(String way, String listener) {
        return bpmn(way, "<camunda:properties>", listener + "<camunda:properties>");
    }

    private static Hostile taskListener(String way, String listener) {
        return bpmn(way, "<camunda:inputOutput>", listener + "<camunda:inputOutput>");
    }

    private static String call(String in) {
        return "<bpmn:callActivity id=\"task_c\" calledElement=\"sound\"><bpmn:extensionElements>" + in
                + "</bpmn:extensionElements></bpmn:callActivity>";
    }

    static Hostile change(String way, String file, String content, String from, String to) {
        if (!content.contains(from)) {
            throw new IllegalArgumentException(way + ": no " + from);
        }
        return new Hostile(way, file, content.replace(from, to));
    }

    private static String sound(String name) {
        try {
            return new ClassPathResource("confine/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
