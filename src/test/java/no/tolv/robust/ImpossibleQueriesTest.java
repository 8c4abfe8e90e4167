package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.tolv.robust.TolvHttp.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningTolv
@DisplayName("Et spørsmål motoren ikke kan stille, er spørrerens feil og ikke vår")
class ImpossibleQueriesTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?caseDefinitionName=a",
                "/engine-rest/task/count?candidateGroup=a&candidateUser=b",
                "/engine-rest/history/process-instance/count?subCaseInstanceId=a",
                "/engine-rest/history/task?caseDefinitionKey=a",
                "/engine-rest/history/user-operation?deploymentId=a&processDefinitionKey=a",
                "/engine-rest/history/variable-instance/count?caseActivityIdIn=a",
                "/engine-rest/job/count?jobId=a&activityId=b",
                "/engine-rest/process-definition?latestVersion=true&version=10",
                "/engine-rest/process-definition/count?version=0"
            })
    void is400(String question) {
        says400(new TolvHttp(port).get("midtstuen-principal", question));
    }

    @Test
    @DisplayName("Også når spørsmålet står i innholdet")
    void is400InBodies() {
        says400(new TolvHttp(port).post("midtstuen-principal", "/engine-rest/task", Map.of("caseDefinitionName", "a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[null]}",
                "{\"sorting\":[null]}",
                "{\"taskVariables\":[null],\"variables\":[null]}",
                "{\"processVariables\":[{\"name\":\"x\",\"operator\":null,\"value\":1}]}"
            })
    @DisplayName("Og når det står ingenting der noe skulle stått")
    void holes(String question) throws IOException {
        Map<?, ?> body = new ObjectMapper().readValue(question, Map.class);
        TolvHttp tolv = new TolvHttp(port);
        for (String list : List.of("task", "task/count", "history/task")) {
            Reply reply = tolv.post("midtstuen-principal", "/engine-rest/" + list, body);
            assertThat(reply.status()).as(list + reply.text()).isEqualTo(400);
            assertThat(reply.json().path("detail").asText()).isNotBlank();
        }
        Map<?, ?> filter = Map.of("resourceType", "Task", "name", "Hull", "query", body, "properties", Map.of());
        assertThat(tolv.post("admin", "/engine-rest/filter/create", filter).status())
                .isEqualTo(400);
    }

    private static void says400(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("kan ikke stilles slik");
    }
}
