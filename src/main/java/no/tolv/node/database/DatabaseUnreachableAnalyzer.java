package no.tolv.node.database;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a database that cannot be opened as one sentence instead of a stack trace. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int H2_FILE_IN_USE = 90020;

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String sentence = sentence(cause.getErrorCode(), String.valueOf(cause.getSQLState()));
        return sentence == null ? null : new FailureAnalysis(sentence, null, cause);
    }

    private static String sentence(int code, String state) {
        if (code == H2_FILE_IN_USE) {
            return "Databasefilen er i bruk av en Tolv som alt kjører. Stans den, eller bruk PostgreSQL for flere noder.";
        }
        if (state.startsWith("28")) {
            return "Databasen slipper ikke Tolv inn. Rett brukernavn og passord i «spring.datasource».";
        }
        if (state.startsWith("08")) {
            return "Databasen svarer ikke. Rett «spring.datasource.url», eller start databasen, og start Tolv på nytt.";
        }
        return null;
    }
}
