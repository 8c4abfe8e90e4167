package no.tolv.engine.deployment;

import java.util.List;
import no.tolv.engine.law.LegalGate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What every deployment passes, at start and over REST, in this order: can it be read, is it harmless, is it lawful, is all of it there. */
@Component
class Gates extends AbstractProcessEnginePlugin {

    private final SourceGate sources;
    private final LegalGate law;

    Gates(SourceGate sources, LegalGate law) {
        this.sources = sources;
        this.law = law;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(List.of(sources::requireHarmless, law, sources::requireComplete));
    }
}
