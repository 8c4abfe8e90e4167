package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Who may what in which case: every cell of {@code access-matrix.csv} is called over HTTP. Paths are those of the routes
 * that lead to a case; which routes there are at all is held by {@code RoutesTest}.
 */
@InEachState
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Rolle, enhet, del i saken og sakens tilstand avgjør hver vei til den")
class AccessMatrixTest {

    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
    private static final Pattern VIEW = Pattern.compile("\"view\":\"(\\w+)\"");
    private static final Pattern COUNT = Pattern.compile("\\{\"count\":(\\d+)}");

    @Autowired
    TestRestTemplate rest;

    @Autowired
    CaseInEachState cases;

    @BeforeAll
    void aCaseInEachState() {
        cases.walkAll();
    }

    @Test
    @DisplayName("hver rute i tabellen svarer som den sier")
    void everyCellAnswersAsItSays() throws IOException {
        List<String> lines = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> paths =
                List.of(lines.get(0).split(" *; *")).subList(2, lines.get(0).split(" *; *").length);
        List<String> wrong = new ArrayList<>();
        Map<String, String> answered = new LinkedHashMap<>();
        int cells = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split(" *; *", -1));
            List<String> actual = paths.stream()
                    .map(path -> answer(row.get(1), cases.filled(row.get(0), path)))
                    .toList();
            answered.put(row.get(0) + ";" + row.get(1), String.join(";", actual));
            cells += actual.size();
            for (int at = 0; at < paths.size(); at++) {
                String expected = row.size() > at + 2 ? row.get(at + 2) : "";
                if (!actual.get(at).equals(expected)) {
                    wrong.add("%s, %s, %s: %s instead of %s"
                            .formatted(row.get(0), row.get(1), paths.get(at), actual.get(at), expected));
                }
            }
        }
        System.out.println("access matrix: " + cells + " cells called over HTTP");
        if (!wrong.isEmpty()) {
            answered.forEach((who, what) -> System.out.println("MATRIX " + who + ";" + what));
        }
        assertThat(wrong).isEmpty();
    }

    /** The status, with the view of a case or the number that was counted. */
    private String answer(String who, String call) {
        String[] parts = call.split(" ", 2);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setAccept(List.of(MediaType.ALL));
        TestRestTemplate caller = who.equals("nobody") ? rest : rest.withBasicAuth(who, CaseInEachState.PASSWORD);
        ResponseEntity<String> answer = caller.exchange(
                parts[1],
                HttpMethod.valueOf(parts[0]),
                new HttpEntity<>(parts[0].equals("POST") ? "{}" : null, headers),
                String.class);
        String body = String.valueOf(answer.getBody());
        Matcher view = VIEW.matcher(body);
        Matcher count = COUNT.matcher(body);
        String more = view.find() ? " " + view.group(1) : count.matches() ? " " + count.group(1) : "";
        return answer.getStatusCode().value() + more;
    }
}
