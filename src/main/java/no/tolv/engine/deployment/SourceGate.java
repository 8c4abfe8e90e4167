package no.tolv.engine.deployment;

import java.util.List;
import no.tolv.engine.confine.Confinement;
import no.tolv.engine.confine.Reading.Reference;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** A file is read before it is taken into use, also when an administrator sends it while cases are running. */
@Component
class SourceGate {

    private final SourceCheck check;

    SourceGate(Confinement confinement, TableCheck tables) {
        this.check = new SourceCheck(confinement, tables, SourceGate::isDeployed);
    }

    /** @throws StartRefused when a file cannot be read, or holds what is not on the list */
    void requireHarmless(DeploymentEntity deployment) {
        check.requireHarmless(files(deployment));
    }

    /** @throws StartRefused when a diagram asks for what is not there */
    void requireComplete(DeploymentEntity deployment) {
        check.requireComplete(files(deployment));
    }

    /** What is new in a deployment; what is read again later has been through here. */
    private static List<SourceFile> files(DeploymentEntity deployment) {
        return deployment.isNew()
                ? deployment.getResources().values().stream()
                        .map(resource -> new SourceFile(resource.getName(), resource.getBytes()))
                        .toList()
                : List.of();
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
