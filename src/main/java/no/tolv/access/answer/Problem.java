package no.tolv.access.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error as both kinds of reader know it: the engine's {@code type} and {@code message}, and {@code detail} of RFC 9457. */
public final class Problem {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problem() {}

    public static void write(HttpServletResponse response, int status, String type, String sentence)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("message", sentence);
        body.put("status", status);
        body.put("detail", sentence);
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
