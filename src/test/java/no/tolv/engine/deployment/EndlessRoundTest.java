package no.tolv.engine.deployment;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Et diagram som går rundt uten at noe venter, tas ikke i bruk")
class EndlessRoundTest {

    private static final String WAIT = "<userTask id='userTask_w'/>";
    private static final String CALL = "<callActivity id='callActivity_a' calledElement='q'/>";

    /** Written as {@code a>b}, a flow each; {@code s} is the start and {@code e} the end, others service tasks unless drawn. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            tjenesteoppgave til seg selv   | s>a a>a a>e         | | a
            to oppgaver                    | s>a a>b b>a b>e     | | a», «b
            gjennom porter                 | s>g g>a a>h h>g h>e | <exclusiveGateway id='g'/><exclusiveGateway id='h'/> | a», «g», «h
            parallelle grener              | s>g g>a g>e a>g     | <parallelGateway id='g'/> | a», «g
            uten vei fra starten           | s>e a>b b>a         | | a», «b
            tidshendelse uten lengde       | s>t t>a a>t a>e     | <intermediateCatchEvent id='t'><timerEventDefinition><timeDuration>PT0S</timeDuration></timerEventDefinition></intermediateCatchEvent> | a», «t
            feil tilbake til oppgaven      | s>a a>e x>a         | <boundaryEvent id='x' attachedToRef='a'><errorEventDefinition/></boundaryEvent> | a», «x
            null tid på brukeroppgave      | s>w w>e x>w         | <userTask id='w'/><boundaryEvent id='x' attachedToRef='w'><timerEventDefinition><timeDuration>P0D</timeDuration></timerEventDefinition></boundaryEvent> | w», «x
            delprosess uten ventetid       | s>u u>u u>e         | <subProcess id='u'><startEvent id='us'/><endEvent id='ue'/><sequenceFlow id='uf' sourceRef='us' targetRef='ue'/></subProcess> | u
            runde inne i en delprosess     | s>u u>e             | <subProcess id='u'><startEvent id='us'/><task id='ua'/><sequenceFlow id='uf' sourceRef='us' targetRef='ua'/><sequenceFlow id='ug' sourceRef='ua' targetRef='ua'/></subProcess> | ua
            delprosess som feiler straks   | s>u u>e x>u         | <subProcess id='u'><startEvent id='us'/><endEvent id='ue'><errorEventDefinition/></endEvent><sequenceFlow id='uf' sourceRef='us' targetRef='ue'/></subProcess><boundaryEvent id='x' attachedToRef='u'><errorEventDefinition/></boundaryEvent> | u», «x
            prosessen kaller seg selv      | s>c c>e             | <callActivity id='c' calledElement='p'/> | p
            """)
    void refuses(String way, String flows, String drawn, String round) {
        assertThatThrownBy(() -> check(process("p", flows, drawn)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Filen «processes/p.bpmn» går rundt i «" + round + "» uten at noe venter");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("En runde der noe venter, er lov")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            brukeroppgave i runden   | s>w w>a a>w a>e | <userTask id='w'/>
            venter på en melding     | s>w w>a a>w a>e | <receiveTask id='w'/>
            venter i to dager        | s>t t>a a>t a>e | <intermediateCatchEvent id='t'><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            påminnelse hver uke      | s>w w>e x>w     | <userTask id='w'/><boundaryEvent id='x' attachedToRef='w'><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent>
            delprosess som venter    | s>u u>u u>e     | <subProcess id='u'><startEvent id='us'/><userTask id='uw'/><sequenceFlow id='uf' sourceRef='us' targetRef='uw'/></subProcess>
            """)
    void allows(String way, String flows, String drawn) {
        assertThatNoException().isThrownBy(() -> check(process("p", flows, drawn)));
    }

    @Test
    @DisplayName("En kalt prosess teller med det den selv gjør, også når det er den som endres")
    void throughCalledProcess() {
        SourceFile round = process("p", "s>callActivity_a callActivity_a>a a>callActivity_a a>e", CALL);
        SourceFile passes = process("q", "s>a a>e", null);
        SourceFile waits = process("q", "s>userTask_w userTask_w>e", WAIT);
        SourceFile callsBack = process("q", "s>c c>e", "<callActivity id='c' calledElement='p'/>");
        SourceFile endless = process("r", "s>a a>a", null);
        SourceFile calls = process("p", "s>callActivity_a callActivity_a>e", CALL);

        assertThatNoException().isThrownBy(() -> check(round, waits));
        assertThatNoException().isThrownBy(() -> check(calls, passes));
        assertThatThrownBy(() -> check(round, passes)).hasMessageContaining("«a», «callActivity_a»");
        assertThatThrownBy(() -> EndlessCheck.run(List.of(passes), List.of(round.diagram(), waits.diagram())))
                .hasMessageStartingWith("Filen «processes/q.bpmn» går rundt i «a», «callActivity_a»");
        assertThatNoException()
                .as("what was endless before stands in nobody's way")
                .isThrownBy(() -> EndlessCheck.run(List.of(waits), List.of(endless.diagram())));
        assertThatThrownBy(() -> check(calls, callsBack)).hasMessageContaining("går rundt i «p»");
    }

    @Test
    @DisplayName("Delprosesser inni hverandre gjør ikke letingen lang")
    void nested() {
        String inner = "<task id='t'/><sequenceFlow id='ft' sourceRef='t' targetRef='t'/>";
        for (int depth = 0; depth < 35; depth++) {
            inner = "<subProcess id='u%1$d'><startEvent id='s%1$d'/><sequenceFlow id='f%1$d' sourceRef='s%1$d'"
                            .formatted(depth)
                    + " targetRef='%s'/>%s</subProcess>".formatted(depth == 0 ? "t" : "u" + (depth - 1), inner);
        }
        SourceFile deep = process("p", "s>u34 u34>e", inner);

        assertThatThrownBy(() -> check(deep)).hasMessageContaining("går rundt i «t»");
    }

    private static void check(SourceFile... files) {
        SourceChecks.check().requireComplete(List.of(files));
    }

    private static SourceFile process(String id, String flows, String drawn) {
        StringBuilder body = new StringBuilder(drawn == null ? "" : drawn);
        body.append("<startEvent id='s'/><endEvent id='e'/>");
        for (String node : flows.split("[ >]+")) {
            if (!body.toString().contains("id='" + node + "'")) {
                body.append("<serviceTask id='").append(node).append("'/>");
            }
        }
        for (String flow : flows.split(" +")) {
            String[] ends = flow.split(">");
            body.append("<sequenceFlow id='f_%s_%s' sourceRef='%s' targetRef='%s'/>"
                    .formatted(ends[0], ends[1], ends[0], ends[1]));
        }
        return SourceChecks.file("processes/" + id + ".bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
                <process id="%s" isExecutable="true">%s</process></definitions>""".formatted(id, body));
    }
}
