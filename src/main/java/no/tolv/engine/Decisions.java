package no.tolv.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.ReadOnce;
import no.tolv.organisation.Unit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the newest deployed version of a decision table; who is logged in makes no difference to the answer. */
@Component
public class Decisions {

    private final ProcessEngine engine;
    private final Function<String, Optional<Unit>> units;

    @Autowired
    public Decisions(@Lazy ProcessEngine engine, Organisation organisation) {
        this(engine, organisation::unit);
    }

    public Decisions(ProcessEngine engine, Function<String, Optional<Unit>> units) {
        this.engine = engine;
        this.units = units;
    }

    /**
     * The rows that match, each as output name to value; {@code municipality} is added to the inputs from {@code unit}.
     *
     * @throws IllegalArgumentException when {@code unit} is missing or no such unit exists, with a Norwegian sentence
     */
    public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
        Map<String, Object> complete = withMunicipality(table, inputs);
        return configuration().getCommandExecutorTxRequired().execute(context -> evaluate(table, complete));
    }

    /** The first row that matches. */
    public Optional<Map<String, Object>> first(String table, Map<String, Object> inputs) {
        return all(table, inputs).stream().findFirst();
    }

    private Map<String, Object> withMunicipality(String table, Map<String, Object> inputs) {
        Map<String, Object> complete = new LinkedHashMap<>(inputs);
        complete.put("municipality", municipality(table, (String) inputs.get("unit")));
        return complete;
    }

    private String municipality(String table, String unit) {
        return Optional.ofNullable(unit)
                .flatMap(units)
                .map(Unit::owner)
                .orElseThrow(() -> new IllegalArgumentException("Regelen «" + table
                        + "» kan ikke brukes: det finnes ingen enhet «" + unit + "» i organisasjonen."));
    }

    private List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
        try {
            return DecisionEvaluationUtil.evaluateDecision(newest(table), Variables.fromMap(inputs))
                    .getResultList();
        } catch (RuntimeException wrong) {
            throw wrong;
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** One transaction asks one version. */
    private DecisionDefinition newest(String table) {
        return ReadOnce.of(
                List.of(Decisions.class, engine.getName(), table),
                () -> configuration()
                        .getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKeyAndTenantId(table, null));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
