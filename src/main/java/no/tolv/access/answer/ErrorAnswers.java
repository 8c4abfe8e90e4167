package no.tolv.access.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals of the web framework itself: our page for a browser, a problem with a Norwegian sentence for a program. */
@ControllerAdvice
class ErrorAnswers extends ResponseEntityExceptionHandler {

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refusal, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response == null || response.isCommitted()) {
            return null;
        }
        if (wantsPage(request.getHeader(HttpHeaders.ACCEPT))) {
            sendError(response, status);
            return null;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, ErrorSentences.detail(status.value()));
        problem.setTitle(ErrorSentences.heading(status.value()));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Whether somebody who accepts this reads in a browser. */
    static boolean wantsPage(String accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static void sendError(HttpServletResponse response, HttpStatusCode status) {
        try {
            response.sendError(status.value());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
