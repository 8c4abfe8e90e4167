package no.tolv.access.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import no.tolv.engine.guard.DatabaseAway;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What an error is called and what one can do about it, in Norwegian; never what caused it or where. */
@Component
class ErrorSentences extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        int status = (int) super.getErrorAttributes(request, options).getOrDefault("status", 500);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", status);
        told.put("heading", heading(status));
        told.put("detail", detail(status));
        return told;
    }

    static String heading(int status) {
        return switch (status) {
            case 401 -> "Du må logge inn";
            case 403 -> "Ingen tilgang";
            case 404 -> "Siden finnes ikke";
            case 503 -> "Tolv er snart tilbake";
            default -> status >= 500 ? "Noe gikk galt hos oss" : "Det gikk ikke";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 401 -> "Du må logge inn på nytt.";
            case 403 ->
                "Du har ikke tilgang til dette. Har siden vært åpen lenge, kan du gå tilbake og laste den på nytt.";
            case 404 -> "Det finnes ikke noe på denne adressen, eller du har ikke tilgang til det.";
            case 405 -> "Adressen kan ikke brukes slik.";
            case 413 -> "Det du sendte, er for langt. Kort det ned og send på nytt.";
            case 503 -> DatabaseAway.SENTENCE;
            case 406, 415 -> "Formatet kan ikke brukes her. Send og be om JSON.";
            default ->
                status >= 500
                        ? "Feilen ligger hos oss. Prøv igjen. Skjer det flere ganger, si fra til den som drifter Tolv."
                        : "Forespørselen er ikke gyldig. Rett den opp og prøv igjen.";
        };
    }
}
