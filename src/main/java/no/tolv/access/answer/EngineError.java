package no.tolv.access.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tolv.engine.guard.DatabaseAway;

/** What we say instead of what the engine said. */
record EngineError(int status, String type, String sentence) {

    static final EngineError FORGED = new EngineError(
            403,
            "Forbidden",
            "Forespørselen har ikke beviset siden skulle sendt med. Last siden på nytt og prøv igjen.");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Our own refusals, by the class the engine names: their sentences are made to be shown. */
    private static final Map<String, Integer> OURS = Map.of(
            "FormRejected",
            400,
            "NotFromOutside",
            400,
            "StartRefused",
            400,
            "DiagramRefused",
            400,
            "ExpressionRefused",
            400,
            "AlreadyCompleted",
            409,
            "TaskMissing",
            404,
            "DatabaseAway",
            503);

    /** What Spring says of the same, where it is asked before the engine. */
    private static final Set<String> DATABASE_AWAY = Set.of(
            "CannotCreateTransactionException",
            "CannotGetJdbcConnectionException",
            "DataAccessResourceFailureException",
            "TransactionSystemException");

    private static final Set<String> FAULTS_OF_A_QUERY =
            Set.of("ProcessEngineException", "NullValueException", "IllegalArgumentException");

    /**
     * A path that names one thing by its id; whoever may not know of it gets the answer of a thing that is not there.
     * The ids of diagrams and tables that everybody knows are no secret.
     */
    private static final Pattern BY_ID = Pattern.compile(
            "(/engine-rest|/camunda/api/engine|/camunda/api/cockpit/plugin/base/default)(/engine/[^/]+)?+"
                    + "/(history/)?+[^/]+/(?!(key|count|create|statistics|check|groups|verify)(/|$))[^/]+(/.*)?");

    private static final Pattern HIDDEN_OR_MISSING = Pattern.compile(
            "(?s).*(ENGINE-13034|ENGINE-03110|no authenticated tenant|is null|does(n't| not) (exist|have)|[Cc]annot (find|get form)"
                    + "|No matching|not found|No task).*");

    /** Our refusal of an assignment, which the engine wraps in words of its own. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?s).*(Oppgaven «\\w+» kan ikke gis til denne personen\\.[^']*).*");

    private static final int OPTIMISTIC_LOCKING = 1;

    static EngineError of(String path, int status, byte[] body) {
        JsonNode told = read(body);
        String type = told.path("type").asText("");
        String message = told.path("message").asText("");
        if (OURS.containsKey(type)) {
            return new EngineError(OURS.get(type), type, message);
        }
        if (DATABASE_AWAY.contains(type)) {
            return new EngineError(503, "DatabaseAway", DatabaseAway.SENTENCE);
        }
        if (type.equals("HeaderValueException")) {
            return new EngineError(400, "BadRequest", "Et av hodene i forespørselen er ikke gyldig.");
        }
        if (type.equals("ParseException")) {
            return new EngineError(400, type, UnreadableDiagram.sentence(told.path("details")));
        }
        Matcher assignment = ASSIGNMENT.matcher(message);
        if (assignment.matches()) {
            return new EngineError(400, "AssignmentRefused", assignment.group(1).strip());
        }
        if (type.equals("TaskAlreadyClaimedException")) {
            return new EngineError(
                    409,
                    "Conflict",
                    "Noen andre har nettopp tatt oppgaven. Last siden på nytt for å se hvem som har den.");
        }
        if (told.path("code").asInt(0) == OPTIMISTIC_LOCKING || type.contains("OptimisticLocking")) {
            return new EngineError(
                    409, "Conflict", "Noen andre har nettopp lagret her. Last siden på nytt og prøv igjen.");
        }
        if (BY_ID.matcher(path).matches() && (status == 403 || status == 404 || hiddenOrMissing(status, message))) {
            return new EngineError(404, "NotFound", "Det finnes ikke, eller du har ikke tilgang til det.");
        }
        if (type.equals("SuspendedEntityInteractionException")) {
            return new EngineError(409, "Conflict", "Saken er satt på vent av den som styrer prosessene.");
        }
        return other(path, status, type, message);
    }

    /** The engine takes a body and its parts for granted, and stumbles when they are not there. */
    EngineError forBody(boolean isWhole) {
        return status >= 500 && !isWhole
                ? new EngineError(
                        400, "BadRequest", "Forespørselen mangler innhold, eller innholdet kan ikke brukes her.")
                : this;
    }

    /** The engine says of search fields that exclude each other, or hold what they cannot, that it has failed. */
    EngineError forQuery(boolean isQuery, byte[] told) {
        return status >= 500 && isQuery && FAULTS_OF_A_QUERY.contains(kind(told))
                ? new EngineError(
                        400,
                        "BadRequest",
                        "Spørsmålet kan ikke stilles slik. Fjern et av søkefeltene, eller rett verdien i det.")
                : this;
    }

    /** The class of the exception the engine names. */
    static String kind(byte[] body) {
        return read(body).path("type").asText("ukjent feil");
    }

    private static boolean hiddenOrMissing(int status, String message) {
        return status >= 400 && HIDDEN_OR_MISSING.matcher(message).matches();
    }

    private static EngineError other(String path, int status, String type, String message) {
        return switch (status) {
            case 401 -> new EngineError(401, "Unauthenticated", "Du må logge inn på nytt.");
            case 403 -> new EngineError(403, "Forbidden", "Du har ikke tilgang til dette.");
            case 404 -> new EngineError(404, "NotFound", "Det finnes ikke, eller du har ikke tilgang til det.");
            default ->
                status >= 500
                        ? new EngineError(500, "Error", "Noe gikk galt hos oss. Ingenting er lagret. Prøv igjen.")
                        : new EngineError(status, type, EngineWords.sentence(message, path.startsWith("/engine-rest")));
        };
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode told = JSON.readTree(body);
            return told == null ? JSON.nullNode() : told;
        } catch (IOException notJson) {
            return JSON.nullNode();
        }
    }
}
