package no.tolv.access.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tolv.engine.guard.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** In front of everything, for the session and the door ask the database too: when it is away, whoever asks is told so. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseErrors extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseErrors.class);

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="nb">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Tolv</title><link rel="stylesheet" href="/assets/login.css"></head>
            <body><main><h1>%s</h1><p>%s</p></main></body>
            </html>
            """;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            LOG.error("{} {}: databasen svarer ikke", request.getMethod(), request.getRequestURI());
            tell(request, response);
        }
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        if (ErrorAnswers.wantsPage(request.getHeader(HttpHeaders.ACCEPT))) {
            writePage(response);
        } else {
            Problem.write(response, 503, "DatabaseAway", DatabaseAway.SENTENCE);
        }
    }

    /** Whole and by hand: the ordinary error page comes through the door once more, and that asks the database. */
    private static void writePage(HttpServletResponse response) throws IOException {
        response.setStatus(503);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PAGE.formatted(ErrorSentences.heading(503), ErrorSentences.detail(503)));
    }
}
