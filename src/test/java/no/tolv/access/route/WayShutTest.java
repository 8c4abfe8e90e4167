package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import no.tolv.access.trace.ReadingTrace;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.SmallMunicipality;
import no.tolv.engine.history.CasesOfIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({
    CaseFileDatabase.class,
    SmallMunicipality.class,
    CasesOfIds.class,
    ReadingTrace.class,
    Routes.class,
    WayShut.class
})
@DisplayName("En stengt vei er ikke der, og en som er åpen for andre, er forbudt")
class WayShutTest {

    private static final AccessDeniedException DENIED = new AccessDeniedException("nei");
    private static final String OTHERS = "/engine-rest/process-instance";

    @Autowired
    WayShut shut;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest(name = "{0} {1} som {2}: {3}")
    @CsvSource({
        "GET,    /engine-rest/process-instance,   application/json, 403",
        "GET,    /engine-rest/process-instance,   ,                 403",
        "DELETE, /engine-rest/process-instance/x, application/json, 404",
        "GET,    /finnes-ikke,                    application/json, 404"
    })
    @DisplayName("et program får en setning")
    void program(String method, String path, String accept, int status) throws Exception {
        MockHttpServletResponse answer = answer(method, path, accept, DENIED);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getErrorMessage()).isNull();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(status == 403 ? "Du har ikke tilgang til dette." : "Det finnes ikke noe på denne adressen");
    }

    @Test
    @DisplayName("en nettleser får en side")
    void page() throws Exception {
        assertPage(403, answer("GET", OTHERS, "text/html,*/*", DENIED));
        assertPage(404, answer("GET", "/finnes-ikke", "text/html,*/*", DENIED));
    }

    @Test
    @DisplayName("en forespørsel uten bevis er forbudt, hvor den enn vil")
    void forged() throws Exception {
        assertThat(answer("POST", "/finnes-ikke", null, new MissingCsrfTokenException(null))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("at noen prøvde seg på noe i en sak, står igjen")
    void traced() throws Exception {
        String reader = "ansatt-" + System.nanoTime();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(reader, null, "all.assistant"));
        answer("GET", "/engine-rest/execution/x", null, DENIED);
        assertThat(jdbc.sql("select allowed from case_reading where reader = ?")
                        .param(reader)
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
    }

    private static void assertPage(int status, MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.isCommitted()).isTrue();
        assertThat(answer.getContentAsString()).isEmpty();
    }

    private MockHttpServletResponse answer(String method, String path, String accept, AccessDeniedException why)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        shut.handle(request, response, why);
        return response;
    }
}
