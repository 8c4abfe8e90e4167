package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import no.tolv.scenario.Answers;

/** A case at Midtstuen, reported over HTTP, whose ids other units must not learn of. */
record RunningCase(String caseNumber, String task, String instance) {

    static RunningCase reported(int port, LocalDate today) {
        HttpResponse<String> created = Caller.program(port, "midtstuen-assistant")
                .post("/api/reports", json(Answers.reportConcern("p-midtstuen-01", today)));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String caseNumber = Caller.json(created).path("caseNumber").asText();
        Caller.program(port, "admin").post("/api/clock", "{\"advance\":\"PT1S\"}");
        var task = Caller.json(Caller.program(port, "midtstuen-principal")
                        .get("/engine-rest/task?processInstanceBusinessKey=" + caseNumber))
                .path(0);
        return new RunningCase(
                caseNumber,
                task.path("id").asText(),
                task.path("processInstanceId").asText());
    }

    private static String json(Answers answers) {
        try {
            return new ObjectMapper().writeValueAsString(answers.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
