package no.tolv.access.route;

import java.util.Map;

/** The Content-Security-Policy of each kind of answer: our pages, the web apps, and what is no page at all. */
final class ContentPolicy {

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * Diagrams and forms are drawn with inline styles and embedded fonts. One inline script stands in each page and says
     * where the app's plugins are; it is named by its hash, so that no other runs. No eval, no nonce.
     */
    private static final String WEB_APP =
            "default-src 'none'; script-src 'self' '%s'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; "
                    + "frame-ancestors 'none'";

    private static final Map<String, String> INLINE_SCRIPTS = Map.of(
            "tasklist", "sha256-gvHUYxLWNlU7w3hdMZqE2Y6oLewPt4v8fSGOTwg0EqY=",
            "cockpit", "sha256-+1xzi1bVUsdlW9dQxefzpL/zsD03IpTamLaVDDyQ3hI=",
            "admin", "sha256-gcHe8tubMzBqDcp62kYFI8U15yan50O5fyuGSo/O77c=",
            "welcome", "sha256-WS12nOmrA1Aiw6VENEiowL30/0VOVHRUhJD+ZtYhdJc=");

    private ContentPolicy() {}

    static String of(String path) {
        if (path.startsWith("/camunda/app/")) {
            String app = path.substring("/camunda/app/".length()).replaceFirst("/.*", "");
            return INLINE_SCRIPTS.containsKey(app) ? WEB_APP.formatted(INLINE_SCRIPTS.get(app)) : PAGE;
        }
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api/") || path.startsWith("/api/")
                ? DATA
                : PAGE;
    }
}
