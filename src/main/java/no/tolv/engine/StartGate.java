package no.tolv.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;

/** No process starts without a unit, and only our own starters name one: a case without a unit would be everybody's. */
public class StartGate implements TenantIdProvider {

    private static final ThreadLocal<String> UNIT = new ThreadLocal<>();

    /** Runs a start in the given unit. */
    public static <T> T in(String unit, Supplier<T> start) {
        String outer = UNIT.get();
        UNIT.set(unit);
        try {
            return start.get();
        } finally {
            UNIT.set(outer);
        }
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        String unit = context.getSuperExecution() == null
                ? UNIT.get()
                : context.getSuperExecution().getTenantId();
        if (unit == null) {
            throw NotFromOutside.start();
        }
        return unit;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        throw NotFromOutside.start();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
