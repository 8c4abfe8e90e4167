package no.tolv.engine.guard;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Answers a question the engine cannot put into sound SQL as the asker's mistake, not as a failure of ours: some of its
 * search fields exclude each other, and those of CMMN ask tables that are not there.
 */
public class ImpossibleQueries extends CommandInterceptor {

    private static final String SYNTAX_OR_MISSING_TABLE = "42";
    private static final String UNUSABLE_VALUE = "22";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            if (isImpossible(failure)) {
                throw new BadUserRequestException(
                        "Spørsmålet kan ikke stilles slik. Fjern et av søkefeltene, eller rett verdien i det.");
            }
            throw failure;
        }
    }

    private static boolean isImpossible(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(12)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(state -> state.startsWith(SYNTAX_OR_MISSING_TABLE) || state.startsWith(UNUSABLE_VALUE));
    }
}
