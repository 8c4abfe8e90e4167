package no.tolv.engine.hidden;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentStatisticsEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionStatisticsEntity;
import org.camunda.bpm.engine.impl.persistence.entity.StatisticsManager;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Counts per definition, of the instances the caller may see. The engine's own count asks for the definition and the
 * unit only, so that anybody who can report a worry could count their school's cases.
 */
public class VisibleStatistics extends StatisticsManager {

    @Override
    public List<ProcessDefinitionStatistics> getStatisticsGroupedByProcessDefinitionVersion(
            ProcessDefinitionStatisticsQueryImpl query, Page page) {
        List<ProcessDefinitionStatistics> found = super.getStatisticsGroupedByProcessDefinitionVersion(query, page);
        if (getCurrentAuthentication() != null) {
            VisibleCounts counts = new VisibleCounts(engine());
            found.forEach(row -> count((ProcessDefinitionStatisticsEntity) row, counts));
        }
        return found;
    }

    private ProcessEngine engine() {
        return getCommandContext().getProcessEngineConfiguration().getProcessEngine();
    }

    private static void count(ProcessDefinitionStatisticsEntity row, VisibleCounts counts) {
        row.setInstances((int) counts.instances(row.getId()));
        row.setFailedJobs(row.getFailedJobs() == 0 ? 0 : (int) counts.failedJobs(row.getId()));
        List<IncidentStatistics> visible = new ArrayList<>();
        if (!row.getIncidentStatistics().isEmpty()) {
            counts.incidents(row.getId()).stream()
                    .collect(groupingBy(Incident::getIncidentType))
                    .forEach((type, incidents) -> visible.add(new Visible(type, incidents.size())));
        }
        row.setIncidentStatistics(visible);
    }

    private static class Visible extends IncidentStatisticsEntity {

        Visible(String type, int count) {
            this.incidentType = type;
            this.incidentCount = count;
        }
    }
}
