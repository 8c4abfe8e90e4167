package no.tolv.plan;

import java.util.List;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.engine.Step;
import no.tolv.engine.variable.ActivityPlanVariables;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the written version in force and makes its document; what no longer holds goes back to whom wrote it (INV-08). */
@Component
class CreateActivityPlan implements JavaDelegate {

    private final ActivityPlans plans;
    private final Measures measures;
    private final CaseFiles cases;
    private final PlanValidity validity;
    private final PlanDocument document;
    private final PlanLog log;

    CreateActivityPlan(
            ActivityPlans plans,
            Measures measures,
            CaseFiles cases,
            PlanValidity validity,
            PlanDocument document,
            PlanLog log) {
        this.plans = plans;
        this.measures = measures;
        this.cases = cases;
        this.validity = validity;
        this.document = document;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        String unit = CommonVariables.UNIT.from(execution);
        int version = ActivityPlanVariables.PLAN_VERSION.from(execution);
        // Held, so that nobody who is to carry a measure out is excluded meanwhile (INV-04).
        cases.lock(caseNumber);
        ActivityPlan plan = plans.find(caseNumber, version).orElseThrow();
        List<Measure> written = measures.of(caseNumber, version);
        validity.hindrance(plan, written, unit).ifPresent(sentence -> refuse(Step.of(execution), caseNumber, sentence));
        activate(caseNumber, version, written);
        plans.setDocument(caseNumber, version, document.create(caseNumber, unit, version));
        cases.setStatus(caseNumber, CaseFile.Status.PLANNED);
        log.activated(Step.of(execution), caseNumber, version, written);
    }

    private void activate(String caseNumber, int version, List<Measure> written) {
        plans.active(caseNumber)
                .ifPresent(former -> measures.finish(caseNumber, former.version(), Measure.Status.REPLACED));
        plans.activate(caseNumber, version, written.get(0).id());
        measures.activate(caseNumber, version);
    }

    private void refuse(Step step, String caseNumber, String sentence) {
        log.refused(step, caseNumber, sentence);
        throw new BpmnError("planRefused", sentence);
    }
}
