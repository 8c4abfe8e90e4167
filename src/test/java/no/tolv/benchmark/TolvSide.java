package no.tolv.benchmark;

import java.util.List;
import java.util.Map;
import no.tolv.engine.form.StartForms;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/** The case in Tolv: answers go through the form contract to the case file and its log, and notices to the outbox. */
class TolvSide extends Side {

    private final StartForms starts;

    TolvSide(ProcessEngine engine, RecordedStatements recorded, StartForms starts) {
        super(engine, recorded);
        this.starts = starts;
    }

    @Override
    String report(String who, Map<String, Object> answers) {
        return starts.submit("activityDuty", answers, who);
    }

    @Override
    VariableMap sent(String task, Map<String, Object> answers) {
        VariableMap sent = Variables.createVariables();
        answers.forEach((name, value) -> sent.put(name, value instanceof List ? json(value) : value));
        return sent;
    }

    private static Object json(Object value) {
        return SpinValues.jsonValue(Spin.JSON(value).toString()).create();
    }

    @Override
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> rows(Object shown) {
        return Spin.JSON(String.valueOf(shown)).mapTo(List.class);
    }

    @Override
    void login(String who) {
        IdentityService identity = engine.getIdentityService();
        List<String> groups = identity.createGroupQuery().groupMember(who).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants = identity.createTenantQuery().userMember(who).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(who, groups, tenants);
    }
}
