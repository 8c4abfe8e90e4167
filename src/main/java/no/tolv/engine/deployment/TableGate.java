package no.tolv.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** A changed table is read before it is taken into use, also when an administrator sends it while cases are running. */
@Component
class TableGate extends AbstractProcessEnginePlugin implements Deployer {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers = new ArrayList<>(List.of(this));
        if (engine.getCustomPreDeployers() != null) {
            deployers.addAll(engine.getCustomPreDeployers());
        }
        engine.setCustomPreDeployers(deployers);
    }

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
