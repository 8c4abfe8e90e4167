package no.tolv.engine.job;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Ends the incident of a job that is done or called off. A job gets its incident with its last attempt and loses it when
 * it is given new ones, so nothing is looked for while attempts are left: nearly every job there is.
 */
public class JobIncidents extends DefaultIncidentHandler {

    public JobIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext incident, boolean resolved) {
        if (!hasAttemptsLeft(incident.getConfiguration())) {
            super.removeIncident(incident, resolved);
        }
    }

    private static boolean hasAttemptsLeft(String id) {
        JobEntity job = Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, id);
        return job != null && job.getRetries() > 0;
    }
}
