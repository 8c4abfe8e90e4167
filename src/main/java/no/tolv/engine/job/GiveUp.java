package no.tolv.engine.job;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Starts a job no more and makes an incident of it, until somebody has found out why and asks for another try. */
class GiveUp implements Command<Void> {

    private final String job;

    GiveUp(String job) {
        this.job = job;
    }

    @Override
    public Void execute(CommandContext engine) {
        JobEntity found = engine.getJobManager().findJobById(job);
        if (found != null) {
            found.unlock();
            found.setExceptionMessage(
                    "Startet fem ganger uten å bli ferdig. Noden stanset eller låsen løp ut hver gang.");
            found.setRetries(0);
        }
        return null;
    }
}
