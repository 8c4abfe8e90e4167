package no.tolv.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tolv.access.answer.Problem;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** 401 for a program, never a redirect to a page; a browser's own call gets no password prompt. */
record Unauthenticated(boolean basic) implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (basic && request.getHeader("X-Requested-With") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Tolv\", charset=\"UTF-8\"");
        }
        Problem.write(response, 401, "Unauthenticated", "Du må logge inn med riktig brukernavn og passord.");
    }
}
