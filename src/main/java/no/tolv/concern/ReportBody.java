package no.tolv.concern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** Reads a report from a program, no further than a report can reach. */
final class ReportBody {

    private static final int DEEPEST = 5;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    /** The body is no JSON object, or one deeper than any form. */
    static class Unreadable extends RuntimeException {}

    /** The body is longer than the fields can be together. */
    static class TooLong extends RuntimeException {

        TooLong(int kilobytes) {
            super("Meldingen er for lang. Den kan være på høyst " + kilobytes + " kB. Kort den ned og send på nytt.");
        }
    }

    private ReportBody() {}

    /**
     * The fields of the body.
     *
     * @throws TooLong when it goes on after so many kilobytes, whatever it says of its own length
     * @throws Unreadable when it is not a JSON object
     */
    static Map<String, Object> of(HttpServletRequest request, int kilobytes) throws IOException {
        int longest = kilobytes * 1024;
        byte[] body = request.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new TooLong(kilobytes);
        }
        return fields(body);
    }

    private static Map<String, Object> fields(byte[] body) throws IOException {
        try {
            Map<String, Object> fields = JSON.readValue(body, OBJECT);
            if (fields == null) {
                throw new Unreadable();
            }
            return fields;
        } catch (JsonProcessingException broken) {
            throw new Unreadable();
        }
    }
}
