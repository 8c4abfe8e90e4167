package no.tolv.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.tolv.engine.law.LegalFloor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What municipalities really change, each as one replacement in a shipped file. */
@DisplayName("Det en kommune faktisk vil endre, slipper gjennom alle portene")
class SoundEditsTest {

    private static final String LANE = "<bpmn:laneSet id=\"lanes\"><bpmn:lane id=\"lane_school\" name=\"Skolen\">"
            + "<bpmn:flowNodeRef>userTask_receiveReport</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>";
    private static final String NOTE =
            "<bpmn:textAnnotation id=\"note\"><bpmn:text>Husk å ringe hjem (BTI & TPO)</bpmn:text>"
                            .replace("&", "&amp;")
                    + "</bpmn:textAnnotation><bpmn:association id=\"association\""
                    + " sourceRef=\"userTask_receiveReport\" targetRef=\"note\"/>";
    private static final String TASK_AFTER_REPORT = "<bpmn:userTask id=\"userTask_gatherInformationFirst\""
            + " name=\"Samle det vi vet\" camunda:formRef=\"gatherInformation\" camunda:formRefBinding=\"deployment\""
            + " camunda:candidateGroups=\"socialTeacher\" camunda:dueDate=\"${dueAt}\"/>";

    static Stream<Arguments> edits() {
        return Stream.of(diagrams(), tables()).flatMap(edits -> edits);
    }

    private static Stream<Arguments> diagrams() {
        return Stream.of(
                edit(
                        "Ny etikett på en oppgave",
                        "activityDuty.bpmn",
                        "name=\"Ta imot meldingen\"",
                        "name=\"Motta bekymringen\""),
                edit(
                        "Ny forklaring",
                        "activityDuty.bpmn",
                        "Ingen må godkjenne meldingen.",
                        "Ingen må godkjenne meldingen. Ring hjem samme dag."),
                edit("Bane", "activityDuty.bpmn", "<bpmn:startEvent ", LANE + "<bpmn:startEvent "),
                edit("Merknad med strek", "activityDuty.bpmn", "</bpmn:process>", NOTE + "</bpmn:process>"),
                edit(
                        "Farge på en figur",
                        "activityDuty.bpmn",
                        "<bpmndi:BPMNShape ",
                        "<bpmndi:BPMNShape xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" color:background-color=\"#bbdefb\" "),
                edit(
                        "Farge slik Modeler skriver den",
                        "activityDuty.bpmn",
                        "<bpmndi:BPMNShape ",
                        "<bpmndi:BPMNShape xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" bioc:stroke=\"#0d4372\" bioc:fill=\"#bbdefb\" "),
                edit("Flyttet figur", "activityDuty.bpmn", "<dc:Bounds x=\"", "<dc:Bounds x=\"1"),
                edit(
                        "Lagret av Modeler",
                        "activityDuty.bpmn",
                        "<bpmn:definitions ",
                        "<bpmn:definitions exporter=\"Camunda Modeler\" exporterVersion=\"5.38.1\" "),
                edit(
                        "Merkelapp for versjon",
                        "activityDuty.bpmn",
                        "isExecutable=\"true\"",
                        "isExecutable=\"true\" camunda:versionTag=\"aune-2\""),
                edit(
                        "Medlem av flere roller",
                        "investigation.bpmn",
                        "camunda:candidateGroups=\"${investigatorRole}\"",
                        "camunda:candidateGroups=\"socialTeacher, ${investigatorRole}\""),
                edit(
                        "Én rolle til i oppgaven",
                        "activityPlan.bpmn",
                        "camunda:candidateGroups=\"counsellor,socialTeacher\"",
                        "camunda:candidateGroups=\"counsellor, socialTeacher, nurse\""),
                edit(
                        "Fast dato for spørsmålet på nytt",
                        "activityDuty.bpmn",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${watchUntil}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P28D</bpmn:timeDuration>"),
                edit(
                        "Strengere betingelse",
                        "activityPlan.bpmn",
                        "${teamDiscussion}",
                        "${teamDiscussion or extensions &gt;= 2}"),
                edit(
                        "Betingelse med tekst",
                        "activityPlan.bpmn",
                        "${weeklyFollowUp}",
                        "${weeklyFollowUp and unit != 'pikhaugen'}"),
                edit(
                        "Betingelse med not",
                        "activityPlan.bpmn",
                        "${weeklyFollowUp}",
                        "${not (weeklyFollowUp == false)}"),
                edit(
                        "Trygt punkt etter en oppgave",
                        "activityPlan.bpmn",
                        "<bpmn:userTask id=\"userTask_writePlan\"",
                        "<bpmn:userTask camunda:asyncAfter=\"true\" id=\"userTask_writePlan\""),
                edit("Annen hendelse varsles", "activityPlan.bpmn", ">planExtended<", ">planMade<"),
                edit(
                        "Egen egenskap på et element",
                        "activityPlan.bpmn",
                        "<camunda:property name=\"duty\" value=\"measure\"/>",
                        "<camunda:property name=\"duty\" value=\"measure\"/><camunda:property name=\"handbok\" value=\"Kapittel 3\"/>"),
                edit(
                        "Roligere forsøk på nytt",
                        "activityDuty.bpmn",
                        "<camunda:inputOutput>",
                        "<camunda:failedJobRetryTimeCycle>PT5M,PT1H</camunda:failedJobRetryTimeCycle><camunda:inputOutput>"),
                edit(
                        "Flere å høre, aldri samtidig",
                        "investigation.bpmn",
                        "isSequential=\"false\"",
                        "isSequential=\"true\""),
                edit(
                        "Ny brukeroppgave med skjema vi har",
                        "measureFollowUp.bpmn",
                        "</bpmn:process>",
                        TASK_AFTER_REPORT + "</bpmn:process>"));
    }

    private static Stream<Arguments> tables() {
        return Stream.of(
                edit("Annen frist", "deadlines.dmn", "<text>4</text>", "<text>3</text>"),
                edit("Telles i skoledager", "deadlines.dmn", "\"workingDays\"", "\"schoolDays\""),
                edit(
                        "Løftes til assisterende rektor",
                        "deadlines.dmn",
                        "<text>\"principal\"</text>",
                        "<text>\"deputyPrincipal\"</text>"),
                edit(
                        "Liste av skoler",
                        "deadlines.dmn",
                        "<text>\"midtstuen\"</text>",
                        "<text>\"midtstuen\", \"trosterud\"</text>"),
                edit(
                        "Alle unntatt én",
                        "noticeRules.dmn",
                        "<text>\"midtstuen\"</text>",
                        "<text>not(\"midtstuen\")</text>"),
                edit(
                        "Område av ganger",
                        "noticeRules.dmn",
                        "<text>&gt;= 2</text>|<text>>= 2</text>",
                        "<text>[2..4]</text>"),
                edit("Strek for alle", "deadlines.dmn", "<text></text>", "<text>-</text>"),
                edit(
                        "Ny rad for en skole",
                        "deadlines.dmn",
                        "<rule id=\"rule_deadlines_1\">",
                        row() + "<rule id=\"rule_deadlines_1\">"),
                edit(
                        "Varsel også til helsesykepleier",
                        "noticeRules.dmn",
                        "<text>\"contactTeacher\"</text>",
                        "<text>\"nurse\"</text>"),
                edit("Med kvittering", "noticeRules.dmn", "<text>false</text>", "<text>true</text>"),
                edit("Ny tekst på en kategori", "categories.dmn", "Baksnakking", "Rykter og baksnakking"),
                edit(
                        "To roller tar imot",
                        "caseRouting.dmn",
                        "<text>\"principal\"</text>",
                        "<text>\"principal, deputyPrincipal\"</text>"),
                edit(
                        "Kolonnebredde slik Modeler skriver den",
                        "deadlines.dmn",
                        "<input id=\"input_unit\"",
                        "<input xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\" biodi:width=\"192\" id=\"input_unit\""),
                edit("Navn på planen", "planContent.dmn", "\"Tiltaksplan\"", "\"Plan for et trygt miljø (§ 12-4)\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    @DisplayName("Endringen tas i bruk")
    void passes(String story, String file, String from, String to) {
        List<SourceFile> changed = SourceChecks.shipped().stream()
                .map(shipped -> shipped.name().endsWith("/" + file) ? change(shipped, from, to) : shipped)
                .toList();
        SourceChecks.check().run(changed);
        changed.stream()
                .filter(source -> source.endsWith(".bpmn"))
                .forEach(source -> assertThat(LegalFloor.breaches(Bpmn.readModelFromStream(source.stream())))
                        .isEmpty());
    }

    /** @param from one text, or several with a bar between of which one is there */
    private static SourceFile change(SourceFile shipped, String from, String to) {
        for (String one : from.split("\\|")) {
            if (shipped.content().contains(one)) {
                return SourceChecks.file(
                        shipped.name(),
                        shipped.content().replaceFirst(Pattern.quote(one), Matcher.quoteReplacement(to)));
            }
        }
        throw new IllegalArgumentException(shipped.name() + " has no " + from);
    }

    private static String row() {
        StringBuilder row = new StringBuilder("<rule id=\"rule_new\"><description>NIT-01</description>");
        List<String> cells = List.of("\"aune\"", "", "\"investigate\"", "2", "\"workingDays\"", "1", "1", "\"owner\"");
        for (int i = 0; i < cells.size(); i++) {
            row.append("<%1$s id=\"new_%2$d\"><text>%3$s</text></%1$s>"
                    .formatted(i < 3 ? "inputEntry" : "outputEntry", i, cells.get(i)));
        }
        return row + "</rule>";
    }

    private static Arguments edit(String story, String file, String from, String to) {
        return Arguments.of(story, file, from, to);
    }
}
