package no.tolv.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** A changed table is read before it is taken into use, also when an administrator sends it while cases are running. */
class TableGate implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            List<SourceFile> tables = deployment.getResources().values().stream()
                    .filter(resource -> resource.getName().endsWith(".dmn"))
                    .map(TableGate::file)
                    .toList();
            new SourceCheck(tables).run();
        }
    }

    private static SourceFile file(ResourceEntity resource) {
        String name = resource.getName();
        return new SourceFile(
                name,
                name.replaceFirst(".*/", "").replaceFirst("\\.dmn$", ""),
                new String(resource.getBytes(), StandardCharsets.UTF_8));
    }
}
