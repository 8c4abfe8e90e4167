package no.tolv.engine.law;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Stands before every deployment, at start and over REST: a diagram below the law's floor never comes in. */
@Component
public class LegalGate implements Deployer {

    /** @throws DiagramRefused when a new diagram breaks an invariant */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream()
                    .filter(resource -> resource.getName().endsWith(".bpmn"))
                    .forEach(LegalGate::check);
        }
    }

    private static void check(ResourceEntity resource) {
        List<Breach> breaches = LegalFloor.breaches(read(resource));
        if (!breaches.isEmpty()) {
            throw new DiagramRefused(resource.getName(), breaches);
        }
    }

    private static BpmnModelInstance read(ResourceEntity resource) {
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
        } catch (ModelException broken) {
            throw new DiagramRefused(resource.getName(), broken);
        }
    }
}
