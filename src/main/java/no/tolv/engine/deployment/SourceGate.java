package no.tolv.engine.deployment;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import no.tolv.engine.confine.Confinement;
import no.tolv.engine.confine.Reading.Reference;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** A file is read before it is taken into use, also when an administrator sends it while cases are running. */
@Component
class SourceGate {

    private final SourceCheck check;

    SourceGate(Confinement confinement, TableCheck tables) {
        this.check = new SourceCheck(confinement, tables, SourceGate::isDeployed, SourceGate::deployed);
    }

    /** @throws StartRefused when a file cannot be read, or holds what is not on the list */
    void requireHarmless(DeploymentEntity deployment) {
        check.requireHarmless(files(deployment));
    }

    /** @throws StartRefused when a diagram or a table asks for what is not there */
    void requireComplete(DeploymentEntity deployment) {
        check.requireComplete(files(deployment));
        if (Context.getCommandContext().getAuthenticatedUserId() != null) {
            check.requireKnownPlaces(files(deployment));
        }
    }

    /** What is new in a deployment; what is read again later has been through here. */
    private static List<SourceFile> files(DeploymentEntity deployment) {
        return deployment.isNew()
                ? deployment.getResources().values().stream()
                        .map(resource -> new SourceFile(resource.getName(), resource.getBytes()))
                        .toList()
                : List.of();
    }

    /** Read from the files themselves: an old one that the engine would refuse must not stand in the way of a new one. */
    private static List<BpmnModelInstance> deployed() {
        RepositoryService diagrams = Context.getProcessEngineConfiguration().getRepositoryService();
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> diagrams.createProcessDefinitionQuery().latestVersion().list().stream()
                        .map(one -> diagrams.getResourceAsStream(one.getDeploymentId(), one.getResourceName()))
                        .flatMap(SourceGate::readable)
                        .toList());
    }

    private static Stream<BpmnModelInstance> readable(InputStream diagram) {
        try {
            return Stream.of(Bpmn.readModelFromStream(diagram));
        } catch (ModelException broken) {
            return Stream.of();
        }
    }

    private static boolean isDeployed(Reference wanted) {
        CommandContext engine = Context.getCommandContext();
        return switch (wanted.kind()) {
            case PROCESS ->
                engine.getProcessDefinitionManager().findLatestProcessDefinitionByKeyAndTenantId(wanted.id(), null)
                        != null;
            case DECISION ->
                engine.getDecisionDefinitionManager().findLatestDecisionDefinitionByKeyAndTenantId(wanted.id(), null)
                        != null;
            case FORM -> false;
        };
    }
}
