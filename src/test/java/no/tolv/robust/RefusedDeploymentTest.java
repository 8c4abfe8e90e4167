package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.tolv.robust.TolvHttp.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningTolv
@DisplayName("En endret fil som ikke kan tas i bruk, avvises med en norsk setning")
class RefusedDeploymentTest {

    private static final String ROUND = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="rundt" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <startEvent id="startEvent"/>%s<manualTask id="again"/>
                <sequenceFlow id="flow_1" sourceRef="startEvent" targetRef="inside"/>
                <sequenceFlow id="flow_2" sourceRef="inside" targetRef="again"/>
                <sequenceFlow id="flow_3" sourceRef="again" targetRef="inside"/>
              </process>
            </definitions>""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            activityPlan.bpmn | cancelActivity="false" attachedToRef="userTask_writePlan" | attachedToRef="userTask_writePlan" | INV-05
            activityDuty.bpmn | camunda:candidateGroups="${receiver}"                     | camunda:candidateGroups="nurse"    | INV-01
            activityPlan.bpmn | </bpmn:process>                                           | </bpmn:prosess>                    | er ikke en gyldig BPMN-fil
            activityPlan.bpmn | targetRef="userTask_writePlan"                            | targetRef="ingensteds"             | er ikke en gyldig BPMN-fil
            activityPlan.bpmn | camunda:delegateExpression="${openFollowUpTasks}"         | camunda:topic="x"                  | kan ikke tas i bruk
            deadlines.dmn     | <text>4</text>                                            | <text>4 +</text>                   | rad 1
            deadlines.dmn     | "midtstuen"                                               | "midtstua"                         | De nærmeste kodene er midtstuen
            deadlines.dmn     | "writePlan"                                               | "wirtePlan"                        | De nærmeste kodene er writePlan
            noticeRules.dmn   | "wallReached"                                             | "wallreached"                      | De nærmeste kodene er wallReached
            """)
    void refuses(String file, String right, String wrong, String sentence) throws IOException {
        String whole = Files.readString(Path.of("processes", file));
        assertThat(whole).contains(right);
        long before = deployments();
        Reply reply = new TolvHttp(port).deploy("admin", file, whole.replace(right, wrong));
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText())
                .startsWith("Filen «" + file + "»")
                .contains(sentence)
                .doesNotContain("ENGINE-");
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("en runde der ingenting venter, også når prosessen kaller seg selv")
    void endless() {
        long before = deployments();
        for (String inside :
                List.of("<manualTask id=\"inside\"/>", "<callActivity id=\"inside\" calledElement=\"rundt\"/>")) {
            Reply reply = new TolvHttp(port).deploy("admin", "rundt.bpmn", ROUND.formatted(inside));
            assertThat(reply.status()).as(reply.text()).isEqualTo(400);
            assertThat(reply.json().path("detail").asText())
                    .contains("går rundt i «")
                    .contains("uten at noe venter");
        }
        assertThat(deployments()).isEqualTo(before);
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }
}
