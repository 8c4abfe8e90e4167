package no.tolv.robust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes wrong requests out of right ones: the same seed makes the same requests in the same order. */
class HostileRequests {

    /** A request to begin from. */
    record Sound(String method, String path, String body) {}

    /** One to send: the path as it stands, the headers line by line. */
    record Hostile(String method, String path, List<String> headers, String body) {

        @Override
        public String toString() {
            return method + " " + path + " " + headers + " " + body.substring(0, Math.min(300, body.length()));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X");

    private static final List<String> PIECES = List.of(
            "",
            "0",
            "-1",
            "1e999",
            "NaN",
            "null",
            "true",
            "*",
            "%",
            "%00",
            "%2e%2e%2f",
            "..",
            ";a=b",
            "//",
            "\\",
            "'",
            "' or 1=1 --",
            "\"",
            "<script>",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "${''.getClass()}",
            "../../etc/passwd",
            "æøå",
            "😀",
            "\u0000",
            "\r\nX-A: b",
            "2026-02-30",
            "9999999999999999999",
            "P1000000Y",
            "a".repeat(5000));

    private static final List<String> WORDS = List.of(
            "orQueries",
            "nameExpression",
            "assigneeExpression",
            "sorting",
            "sortBy",
            "maxResults",
            "firstResult",
            "processVariables",
            "variables",
            "value",
            "type",
            "valueInfo",
            "modifications",
            "tenantIdIn",
            "userId",
            "id",
            "name",
            "businessKey",
            "criteria",
            "unit",
            "pupil",
            "advance",
            "staff",
            "reason",
            "deserializeValues");

    private static final List<String> HEADERS = List.of(
            "Accept: application/xml",
            "Accept: text/html",
            "Accept: nonsense",
            "Accept: */*;q=x",
            "Content-Type: text/plain",
            "Content-Type: application/xml",
            "Content-Type: multipart/form-data",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: application/json; charset=x",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Proto: https",
            "Origin: http://example.invalid",
            "Range: bytes=0-",
            "Expect: nothing",
            "Cookie: JSESSIONID=x; SESSION=y",
            "If-None-Match: *",
            "Accept-Language: ../../nb",
            "Accept-Encoding: x");

    private final Random random;
    private final List<Sound> sound;

    HostileRequests(long seed, List<Sound> sound) {
        this.random = new Random(seed);
        this.sound = sound;
    }

    Hostile next() {
        Sound from = any(sound);
        String method = chance(4) ? any(METHODS) : from.method();
        String path = chance(2) ? crooked(from.path()) : from.path();
        List<String> headers = new ArrayList<>();
        headers.add(chance(8) ? any(HEADERS) : "Accept: application/json");
        if (chance(6)) {
            headers.add(any(HEADERS));
        }
        String body = from.body().isEmpty() && !chance(5) ? "" : crookedBody(from.body());
        return new Hostile(method, path, headers, body);
    }

    private String crooked(String path) {
        return switch (random.nextInt(5)) {
            case 0 -> path + (path.contains("?") ? "&" : "?") + any(WORDS) + "=" + any(PIECES);
            case 1 -> path + any(PIECES);
            case 2 -> replaceOneStep(path, any(PIECES));
            case 3 -> path.toUpperCase(java.util.Locale.ROOT);
            default -> replaceOneStep(path, any(List.of("task", "filter", "history", "user", "deployment", "job")));
        };
    }

    private String replaceOneStep(String path, String with) {
        String[] steps = path.split("/", -1);
        steps[random.nextInt(steps.length)] = with;
        return String.join("/", steps);
    }

    private String crookedBody(String body) {
        return switch (random.nextInt(8)) {
            case 0 -> body.isEmpty() ? any(PIECES) : body.substring(0, random.nextInt(body.length()));
            case 1 -> any(PIECES).repeat(1 + random.nextInt(20));
            case 2 -> "[".repeat(1 + random.nextInt(3000));
            case 3 -> body;
            default -> crookedTree(body);
        };
    }

    private String crookedTree(String body) {
        try {
            JsonNode tree = body.isEmpty() ? NODES.objectNode() : JSON.readTree(body);
            for (int change = 0; change <= random.nextInt(3); change++) {
                tree = crooked(tree, 0);
            }
            return tree.toString();
        } catch (JsonProcessingException notJson) {
            return body;
        }
    }

    private JsonNode crooked(JsonNode node, int depth) {
        if (node instanceof ObjectNode object && !object.isEmpty() && !chance(5)) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            change(object, any(names), depth);
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && !chance(5)) {
            int at = random.nextInt(array.size());
            array.set(at, crooked(array.get(at), depth + 1));
            return array;
        }
        return anything(depth);
    }

    private void change(ObjectNode object, String name, int depth) {
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(chance(2) ? any(WORDS) : any(PIECES), object.remove(name));
            case 2 -> object.set(any(WORDS), anything(depth));
            default -> object.set(name, crooked(object.get(name), depth + 1));
        }
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e30);
            case 4 -> NODES.textNode(any(PIECES));
            case 5 -> NODES.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> NODES.objectNode().set(any(WORDS), anything(depth + 1));
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
