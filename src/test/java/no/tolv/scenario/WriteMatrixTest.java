package no.tolv.scenario;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may change what in which case: every cell of {@code write-matrix.csv} is called over HTTP. What is refused leaves
 * every row of the database as it was, and what is hidden is refused in the words for what is missing.
 */
@InEachState
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Rolle, enhet, del i saken og sakens tilstand avgjør hver endring")
class WriteMatrixTest {

    private static final Path MATRIX = Path.of("src/test/resources/write-matrix.csv");

    /** Who has read what is written also when nothing else is, and a node says by itself that it lives. */
    private static final Pattern KEPT_ANYHOW =
            Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"(CASE_READING|NODE|INSTALLATION)\".*", Pattern.DOTALL);

    @Autowired
    CaseInEachState cases;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    private final List<String> wrong = new ArrayList<>();

    /** By state, and then by person and call: what was said of what is not there, or may not be known of. */
    private final Map<String, Map<String, String>> notFound = new HashMap<>();

    private List<String> people;
    private List<String> rows;
    private int cells;

    @BeforeAll
    void aCaseInEachState() {
        cases.walkAll();
    }

    @Test
    @DisplayName("hver rute svarer som den sier, og det som avvises, endrer ingenting")
    void everyCellAnswersAsItSays() throws IOException {
        List<String[]> lines = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" *; *", -1))
                .toList();
        people = List.of(lines.get(0)).subList(3, lines.get(0).length);
        rows = allRows();
        lines.subList(1, lines.size()).forEach(this::callAll);
        compareHiddenWithMissing();
        System.out.println("write matrix: " + cells + " cells called over HTTP");
        assertThat(wrong).isEmpty();
    }

    private void callAll(String[] line) {
        List<String> expected = List.of(line).subList(3, line.length);
        List<String> actual = IntStream.range(0, people.size())
                .mapToObj(at -> expected.get(at).isEmpty() ? "" : answer(line[0], people.get(at), line[1], line[2]))
                .toList();
        if (!actual.equals(expected)) {
            wrong.add(String.join(";", line[0], line[1], line[2], String.join(";", actual)));
        }
        List<String> now = allRows();
        if (!now.equals(rows)) {
            List<String> changed = now.stream().filter(not(rows::contains)).toList();
            wrong.add(String.join(";", line[0], line[1], "refused, and yet changed", changed.toString()));
            rows = now;
        }
    }

    private void compareHiddenWithMissing() {
        notFound.forEach((state, bodies) -> bodies.forEach((cell, body) -> {
            String missing = notFound.get("missing").getOrDefault(cell, body);
            if (!body.equals(missing)) {
                wrong.add("%s, %s: hidden «%s», missing «%s»".formatted(state, cell, body, missing));
            }
        }));
    }

    private String answer(String state, String who, String call, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setAccept(List.of(MediaType.ALL));
        TestRestTemplate caller = who.equals("nobody") ? rest : rest.withBasicAuth(who, CaseInEachState.PASSWORD);
        String[] parts = cases.filled(state, call).split(" ", 2);
        String content = cases.filled(state, body).replace("<who>", who);
        ResponseEntity<String> answer = caller.exchange(
                parts[1],
                HttpMethod.valueOf(parts[0]),
                new HttpEntity<>(content.isEmpty() ? null : content, headers),
                String.class);
        cells++;
        int status = answer.getStatusCode().value();
        if (status < 300) {
            rows = allRows();
        } else if (status == 404) {
            notFound.computeIfAbsent(state, any -> new HashMap<>())
                    .put(who + " " + call, cases.neutral(state, String.valueOf(answer.getBody())));
        }
        return String.valueOf(status);
    }

    /** Every row there is, as the statement that would write it. */
    private List<String> allRows() {
        try (Stream<String> script = jdbc.sql("script nopasswords nosettings").query(String.class).stream()) {
            return script.filter(line -> line.startsWith("INSERT")
                            && !KEPT_ANYHOW.matcher(line).matches())
                    .toList();
        }
    }
}
