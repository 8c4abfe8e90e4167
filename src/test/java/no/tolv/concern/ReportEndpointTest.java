package no.tolv.concern;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayName("Melding over nettet")
class ReportEndpointTest {

    private final MockMvc web =
            MockMvcBuilders.standaloneSetup(new ReportEndpoint(null, null)).build();

    @Test
    @DisplayName("det som ikke er JSON, avvises med en setning")
    void refusesTheUnreadable() throws Exception {
        web.perform(post("/api/reports")
                        .principal(() -> "rogn-assistant")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }
}
