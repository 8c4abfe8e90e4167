package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

@OpenHouse
@DisplayName("Hver vei har en rad som sier hvem den er åpen for")
class RoutesTest {

    private static final Map<String, Who> PEOPLE = Map.of(
            "midtstuen-contact-teacher", Who.STAFF,
            "midtstuen-principal", Who.MANAGERS,
            "admin", Who.PROCESS_ADMIN);

    @Autowired
    WebApplicationContext application;

    @Autowired
    Routes routes;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("ingen vei er uten rad, og ingen rad uten vei")
    void everyRouteIsReviewed() {
        Set<FoundRoute> found = RunningRoutes.of(application);
        Map<FoundRoute, Optional<Route>> decided = found.stream()
                .collect(Collectors.toMap(route -> route, route -> routes.of(route.method(), route.called())));
        assertThat(found).hasSizeGreaterThan(1000);
        assertThat(found.stream().filter(route -> decided.get(route).isEmpty())).isEmpty();
        Set<Route> used = decided.values().stream().map(Optional::orElseThrow).collect(Collectors.toSet());
        assertThat(routes.all().stream().filter(row -> !used.contains(row)).map(RoutesTest::told))
                .isEmpty();
        System.out.println(found.size() + " routes, " + routes.all().size() + " rows, open to: "
                + decided.values().stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.groupingBy(row -> row.who().toString(), Collectors.counting())));
    }

    @Test
    @DisplayName("en åpen rad åpner ikke mer enn den skal: hver metode den nevner, finnes")
    void everyMethodIsThere() {
        Set<FoundRoute> found = RunningRoutes.of(application);
        List<String> unused = routes.all().stream()
                .filter(row -> !row.isShut())
                .flatMap(row -> row.methods().stream()
                        .filter(method -> found.stream()
                                .noneMatch(route -> route.method().equals(method)
                                        && routes.of(method, route.called()).equals(Optional.of(row))))
                        .map(method -> method + " " + told(row)))
                .toList();
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"program", "browser"})
    @DisplayName("over nettet slipper hver vei inn dem den er åpen for, og ingen andre")
    void opensToThoseItIsFor(String kind) {
        Set<FoundRoute> found = RunningRoutes.of(application);
        PEOPLE.forEach((who, is) -> {
            Caller caller = kind.equals("program") ? Caller.program(port, who) : Caller.browser(port, who);
            shutFor(found, kind, is)
                    .forEach(route -> assertThat(caller.send(route.method(), route.called(), "application/json", "{}")
                                    .statusCode())
                            .as(who + " " + route)
                            .isIn(403, 404));
        });
    }

    /** What the caller can get at with the kind of proof there is, and may not. */
    private Stream<FoundRoute> shutFor(Set<FoundRoute> found, String kind, Who is) {
        boolean program = kind.equals("program");
        return found.stream()
                .filter(route -> route.path().startsWith("/engine-rest") == program)
                .filter(route -> !route.path().contains("/engine/{name}"))
                .filter(route -> !route.path().matches(".*\\.(woff2?|ttf|eot|svg|png|otf)"))
                .filter(route -> routes.of(route.method(), route.called())
                        .filter(row -> !opens(row, is))
                        .isPresent());
    }

    private static boolean opens(Route row, Who is) {
        return row.who().contains(is)
                || row.who().contains(Who.STAFF)
                || row.who().contains(Who.EVERYONE);
    }

    private static String told(Route row) {
        return "line " + row.line() + ": " + row.methods() + " " + row.paths().get(0);
    }
}
