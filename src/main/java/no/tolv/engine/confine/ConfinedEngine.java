package no.tolv.engine.confine;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Puts the walls into the engine. There is no limit on the number of results: the engine would not shorten a longer
 * list, but refuse every question without a page size, and Tasklist and Cockpit ask such questions.
 */
@Component
class ConfinedEngine extends AbstractProcessEnginePlugin {

    private final Confinement confinement;
    private final Delegates steps;

    ConfinedEngine(Confinement confinement, Delegates steps) {
        this.confinement = confinement;
        this.steps = steps;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ConfinedExpressions(steps));
        engine.setBeans(Map.of());
        engine.setArtifactFactory(new NoArtifacts());
        engine.setFilterService(new ConfinedFilters());
        engine.setBpmnParseFactory(parser -> new ConfinedParse(parser, confinement));
        engine.setDmnEngineConfiguration(tables());
        engine.setCmmnEnabled(false);
        withoutScripts(engine);
        withoutObjects(engine);
    }

    private DefaultDmnEngineConfiguration tables() {
        return ((DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
                .transformer(new DefaultDmnTransformer() {
                    @Override
                    public DmnTransform createTransform() {
                        return new ConfinedTransform(this, confinement);
                    }
                });
    }

    private static void withoutScripts(ProcessEngineConfigurationImpl engine) {
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptCompilation(false);
        engine.setAutoStoreScriptVariables(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setConfigureScriptEngineHostAccess(false);
    }

    private static void withoutObjects(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setEnableXxeProcessing(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationAllowedClasses("");
        engine.setDeserializationAllowedPackages("");
        engine.setDisableStrictCallActivityValidation(false);
    }
}
