package no.tolv.access.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** What a request to the engine names: ids and case numbers, in its path, its query or its body. */
class EngineRequest {

    private static final int LONGEST_BODY = 1 << 20;

    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:\\w+:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z][a-z0-9-]*-\\d{4}-\\d{4,}");
    private static final Pattern OF_A_CASE = Pattern.compile(
            "/(task|process-instance|execution|variable-instance|job|incident|history/[a-z-]+)/(?!count$)[^/]+");
    private static final Pattern TASK = Pattern.compile("/task(/|$)|taskId");

    /** Changes something; the engine's queries are POST too, and end in the name of a list. */
    private static final Pattern QUERY =
            Pattern.compile("/(task|execution|variable-instance|process-instance|incident|job|history/[a-z-]+"
                    + "|filter/[^/]+/(list|count|singleResult)|cockpit/.+)(/count)?/?$");

    private final ContentCachingRequestWrapper request;
    private final String address;

    EngineRequest(HttpServletRequest request) {
        this.request = new ContentCachingRequestWrapper(request, LONGEST_BODY);
        this.address = request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + decoded(query))
                        .orElse("");
    }

    HttpServletRequest request() {
        return request;
    }

    /** Whether it can be about particular cases at all, as far as its address and method tell. */
    boolean mayNameCases() {
        return NAMED.matcher(address).find() || isAtOneOfACase() || "POST".equals(request.getMethod());
    }

    /** Whether it asks for one thing of a case by its id. */
    boolean isAtOneOfACase() {
        return OF_A_CASE.matcher(request.getRequestURI()).find();
    }

    boolean isReading() {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> true;
            case "POST" -> QUERY.matcher(request.getRequestURI()).find();
            default -> false;
        };
    }

    /** A code for what is asked for. */
    String what() {
        return !isReading() ? "action" : TASK.matcher(address).find() ? "task" : "course";
    }

    /** Ids and case numbers; of an id that begins with the name of an element, also what follows. */
    Set<String> named() {
        Set<String> named = new LinkedHashSet<>();
        NAMED.matcher(address + " " + body()).results().forEach(found -> {
            named.add(found.group());
            named.add(found.group().replaceFirst("^\\w+:", ""));
        });
        return named;
    }

    private String body() {
        return new String(request.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return query;
        }
    }
}
