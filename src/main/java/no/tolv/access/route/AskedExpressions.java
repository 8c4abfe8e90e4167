package no.tolv.access.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the properties that would make the engine work something out, however deep they stand and however they are spelt,
 * and variables that are nothing at all, over which it would stumble.
 */
final class AskedExpressions {

    private static final int DEEPEST = 40;

    /** What the lists in Tasklist are made of. */
    private static final Set<String> OF_KEPT_FILTERS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private static final Set<String> VARIABLES = Set.of(
            "variables",
            "modifications",
            "processVariables",
            "processVariablesLocal",
            "correlationKeys",
            "localCorrelationKeys");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private AskedExpressions() {}

    static void refuseInQuery(String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("&")) {
            String name = decoded(parameter).replaceFirst("(?s)=.*", "");
            if (isExpression(name)) {
                throw refused(name);
            }
        }
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException crooked) {
            throw new RequestRefused(400, "Adressen er ikke gyldig.");
        }
    }

    /** An empty body asks nothing; one that cannot be read is not passed on to somebody who might read it otherwise. */
    static void refuseInBody(byte[] body, boolean keptFilter) throws IOException {
        if (body.length == 0) {
            return;
        }
        try (JsonParser json = JSON.createParser(body)) {
            JsonToken first = json.nextToken();
            if (first == null || !first.isStructStart()) {
                throw new RequestRefused(400, "Innholdet må være et JSON-objekt.");
            }
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
                    refuse(json, keptFilter);
                } else if (json.currentToken() == JsonToken.VALUE_NULL && isVariable(json.getParsingContext())) {
                    throw new RequestRefused(
                            400, "«" + json.currentName() + "» har ingen verdi. Skriv en, eller ta den bort.");
                }
            }
        } catch (JacksonException unreadable) {
            throw new RequestRefused(400, "Innholdet er ikke gyldig JSON, eller har for mange nivåer.");
        }
    }

    private static void refuse(JsonParser json, boolean keptFilter) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        boolean known = OF_KEPT_FILTERS.contains(json.getText());
        if (value != JsonToken.VALUE_NULL && !(keptFilter && known)) {
            throw keptFilter ? refusedInFilter(name) : refused(name);
        }
    }

    private static boolean isVariable(JsonStreamContext place) {
        return place.inObject()
                && VARIABLES.contains(String.valueOf(place.getParent().getCurrentName()));
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static RequestRefused refused(String name) {
        return new RequestRefused(
                400, "Uttrykk kan ikke brukes i et søk. Skriv verdien selv, og ta bort «" + name + "».");
    }

    private static RequestRefused refusedInFilter(String name) {
        return new RequestRefused(
                400,
                "En lagret liste kan bare bruke ${currentUser()}, ${currentUserGroups()} og ${now()}. Skriv ett av dem,"
                        + " nøyaktig slik, eller ta bort «" + name + "».");
    }
}
