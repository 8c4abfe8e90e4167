package no.tolv.plan.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.plan.ActivityPlan;
import no.tolv.plan.ActivityPlans;
import org.springframework.stereotype.Component;

/** The texts a plan begins with: what the pupil said last, what was found, what the former version said. */
@Component
class Prefill {

    private final ActivityPlans plans;
    private final Hearings hearings;
    private final TaskRecords records;
    private final Communication communication;

    Prefill(ActivityPlans plans, Hearings hearings, TaskRecords records, Communication communication) {
        this.plans = plans;
        this.hearings = hearings;
        this.records = records;
        this.communication = communication;
    }

    /** By field key; what nobody has said yet is absent. */
    Map<String, Object> texts(String caseNumber) {
        Map<String, Object> texts = new HashMap<>();
        putKnown(caseNumber, texts);
        former(caseNumber).ifPresent(plan -> putFormer(plan, texts));
        putEvaluated(caseNumber, texts);
        texts.put("communicationSummary", talks(caseNumber));
        texts.values().removeIf(text -> text == null);
        return texts;
    }

    private void putKnown(String caseNumber, Map<String, Object> texts) {
        texts.put("findings", answer(caseNumber, "investigate", "findings"));
        texts.put("problemFindings", answer(caseNumber, "investigate", "findings"));
        texts.put("guardiansView", answer(caseNumber, "informGuardians", "guardiansView"));
        texts.put("bestInterest", answer(caseNumber, "analyse", "bestInterest"));
        texts.put("schoolAssessment", answer(caseNumber, "analyse", "conclusion"));
    }

    private static void putFormer(ActivityPlan plan, Map<String, Object> texts) {
        texts.put("problemFindings", plan.texts().problemFindings());
        texts.put("groupAssessment", plan.texts().groupAssessment());
        texts.put("pupilView", plan.texts().pupilView());
        texts.put("guardiansView", plan.texts().guardiansView());
        texts.put("bestInterest", plan.texts().bestInterest());
        texts.put("schoolAssessment", plan.texts().schoolAssessment());
        texts.put("levelReason", plan.texts().levelReason());
        texts.put("archiveNumber", plan.archiveNumber());
    }

    /** What the pupil said last goes before what the former plan said (HJE-04). */
    private void putEvaluated(String caseNumber, Map<String, Object> texts) {
        hearings.latestOfPupil(caseNumber).map(Hearing::statement).ifPresent(statement -> {
            texts.put("pupilStatement", statement);
            texts.put("problemPupil", statement);
        });
    }

    /** What the former version told, and what has been talked of since (HJE-74). */
    private String talks(String caseNumber) {
        Optional<ActivityPlan> former =
                former(caseNumber).filter(plan -> plan.texts().communicationSummary() != null);
        Instant since = former.map(ActivityPlan::createdAt).orElse(Instant.EPOCH);
        String told = Stream.of(
                        former.map(plan -> plan.texts().communicationSummary()), communication.since(caseNumber, since))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return told.isEmpty() ? null : told;
    }

    private Optional<ActivityPlan> former(String caseNumber) {
        return plans.draft(caseNumber).or(() -> plans.active(caseNumber));
    }

    private Object answer(String caseNumber, String form, String field) {
        return records.latest(caseNumber, form)
                .map(TaskRecord::answers)
                .map(answers -> answers.get(field))
                .orElse(null);
    }
}
