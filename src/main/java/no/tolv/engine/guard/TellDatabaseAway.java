package no.tolv.engine.guard;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** The engine hides in one kind of exception that the database is away and that somebody has written nonsense; we tell them apart. */
public class TellDatabaseAway extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw DatabaseAway.isCauseOf(failure) ? new DatabaseAway(failure) : failure;
        }
    }
}
