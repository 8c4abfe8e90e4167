package no.tolv.engine.hidden;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;

/** How much of a process definition runs that whoever is logged in may see. */
record VisibleCounts(ProcessEngine engine) {

    long instances(String definition) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(definition)
                .count();
    }

    /** As {@link #instances}, in all versions. */
    long instancesOfAllVersions(String key) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(key)
                .count();
    }

    long failedJobs(String definition) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionId(definition)
                .noRetriesLeft()
                .count();
    }

    List<Incident> incidents(String definition) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processDefinitionId(definition)
                .list();
    }

    /** As {@link #incidents}, in all versions. */
    long incidentsOfAllVersions(String key) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processDefinitionKeyIn(key)
                .count();
    }
}
