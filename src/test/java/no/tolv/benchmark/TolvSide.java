package no.tolv.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private record Session(List<String> groups, List<String> tenants) {}

    TolvSide(ProcessEngine engine, RecordedStatements recorded, CaseFinder finder, StartForms starts) {
        super(engine, recorded, finder);
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
        Session session = sessions.computeIfAbsent(who, this::session);
        engine.getIdentityService().setAuthentication(who, session.groups(), session.tenants());
    }

    private Session session(String who) {
        IdentityService identity = engine.getIdentityService();
        return new Session(
                identity.createGroupQuery().groupMember(who).list().stream()
                        .map(Group::getId)
                        .toList(),
                identity.createTenantQuery().userMember(who).list().stream()
                        .map(Tenant::getId)
                        .toList());
    }
}
