package no.tolv.access.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tolv.access.answer.Problem;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a body no further than it may be long, whatever it says of its own length, before anybody takes it apart. */
class BodyLimit extends OncePerRequestFilter {

    private final int kilobytes;

    BodyLimit(int kilobytes) {
        this.kilobytes = kilobytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int longest = kilobytes * 1024;
        byte[] body = request.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            Problem.write(
                    response,
                    413,
                    "PayloadTooLarge",
                    "Forespørselen er for stor. Den kan være opptil " + kilobytes + " kilobyte.");
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }
}
