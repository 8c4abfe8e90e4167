package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.tolv.engine.deployment.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.server.PathContainer;

@DisplayName("Rutefilen leses helt eller ikke i det hele tatt")
class RouteFileTest {

    private static final String HEADER = "method;path;who;why\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET;/a;alle;hvem er det",
                "GET;/a;staff;",
                "GET;/a;staff",
                "GET;/a;staff;hvorfor;mer",
                "GET;/a/{x;staff;et mønster som ikke er helt"
            })
    @DisplayName("en rad med feil stanser starten og sier hvor")
    void refuses(String row) {
        assertThatThrownBy(() -> read("GET;/;staff;forsiden\n" + row))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Rutefilen, linje 3: ");
    }

    @Test
    @DisplayName("en rad for motoren gjelder ved alle dørene den har")
    void engineRows() {
        Route route =
                read("GET POST;<engine>/task/{id};managers processAdmin;fordi").get(0);
        for (String door :
                List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
            PathContainer path = PathContainer.parsePath(door + "/task/x");
            assertThat(route.matches("GET", path)).as(door).isTrue();
            assertThat(route.matches("HEAD", path)).isTrue();
            assertThat(route.matches("DELETE", path)).isFalse();
        }
        assertThat(route.who()).containsExactlyInAnyOrder(Who.MANAGERS, Who.PROCESS_ADMIN);
    }

    private static List<Route> read(String rows) {
        return new RouteFile(new ByteArrayResource((HEADER + rows).getBytes(StandardCharsets.UTF_8))).read();
    }
}
