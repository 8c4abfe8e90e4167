package no.tolv.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Ingen redigert tegning kommer under loven")
class LegalFloorTest {

    static Stream<Path> shipped() throws IOException {
        return Files.list(Path.of("processes"))
                .filter(file -> file.toString().endsWith(".bpmn"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("Diagrammene vi leverer, står på gulvet")
    void shippedDiagramsStandOnTheFloor(Path file) throws IOException {
        assertThat(breaches(Files.readString(file))).isEmpty();
    }

    /** What somebody might do in Modeler: from, to, and the invariant that catches it. */
    static Stream<Arguments> mutations() {
        return Stream.of(
                mutation(
                        "INV-01",
                        "Den første oppgaven gis til kontaktlærer i stedet for rektor",
                        "activityDuty",
                        "camunda:formRef=\"receiveReport\" camunda:formRefBinding=\"deployment\""
                                + " camunda:candidateGroups=\"${receiver}\"",
                        "camunda:formRef=\"receiveReport\" camunda:formRefBinding=\"deployment\""
                                + " camunda:candidateGroups=\"contactTeacher\""),
                mutation(
                        "INV-05",
                        "Eskaleringen fjernes fra en pliktoppgave",
                        "investigation",
                        "${escalateAt}",
                        "${remindAt}"),
                mutation(
                        "INV-05",
                        "Tidshendelsen gjøres avbrytende",
                        "ownerNotice",
                        "name=\"Etter fristen\" cancelActivity=\"false\"",
                        "name=\"Etter fristen\" cancelActivity=\"true\""),
                mutation(
                        "INV-05",
                        "Fristen fjernes",
                        "activityPlan",
                        "camunda:candidateGroups=\"principal\" camunda:dueDate=\"${dueAt}\"",
                        "camunda:candidateGroups=\"principal\""),
                mutation(
                        "INV-06",
                        "En snarvei rundt undersøkelsen",
                        "activityDuty",
                        "sourceRef=\"gateway_round\" targetRef=\"callActivity_investigation\"",
                        "sourceRef=\"gateway_round\" targetRef=\"endEvent_closed\""),
                mutation(
                        "INV-07",
                        "Skolens egen mening avslutter saken",
                        "activityDuty",
                        "${!measuresNeeded}",
                        "${notProven}"),
                mutation(
                        "INV-11",
                        "Standardflyten ut av evalueringen avslutter",
                        "activityPlan",
                        "name=\"Trygt og godt?\" default=\"flow_safeToReleaseNoticesExtended\"",
                        "name=\"Trygt og godt?\" default=\"flow_safeToSafeAgain\""),
                mutation(
                        "INV-12",
                        "Samtalen med eleven hoppes over",
                        "investigation",
                        "sourceRef=\"gateway_hear\" targetRef=\"userTask_hearPupil\"",
                        "sourceRef=\"gateway_hear\" targetRef=\"gateway_heard\""),
                mutation("INV-14", "Veggen flyttes", "activityDuty", "${wallAt}", "${watchUntil}"),
                mutation("INV-14", "Veggen varsler ingen", "activityDuty", ">wallReached<", ">planMade<"),
                mutation(
                        "INV-17",
                        "Alvorlig avbryter saken",
                        "activityDuty",
                        "name=\"Saken er alvorlig\" isInterrupting=\"false\"",
                        "name=\"Saken er alvorlig\" isInterrupting=\"true\""),
                mutation("INV-19", "Historikken slettes etter et halvt år", "activityPlan", "P36500D", "P180D"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mutations")
    @DisplayName("Endringen avvises, med setning, sted og paragraf")
    void mutationIsRefused(String invariant, String story, String process, String from, String to) throws IOException {
        String diagram = Files.readString(Path.of("processes", process + ".bpmn"));
        assertThat(diagram).contains(from);
        assertThat(breaches(diagram.replace(from, to))).anySatisfy(breach -> {
            assertThat(breach.invariant()).isEqualTo(invariant);
            assertThat(breach.sentence()).contains("§");
            assertThat(breach.element()).isNotBlank();
        });
    }

    private static Arguments mutation(String invariant, String story, String process, String from, String to) {
        return Arguments.of(invariant, story, process, from, to);
    }

    private static List<Breach> breaches(String diagram) {
        return LegalFloor.breaches(
                Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8))));
    }
}
