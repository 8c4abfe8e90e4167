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
        Optional<ActivityPlan> former = former(caseNumber);
        putKnown(records.latest(caseNumber), texts);
        former.ifPresent(plan -> putFormer(plan, texts));
        putEvaluated(caseNumber, texts);
        texts.put("communicationSummary", talks(caseNumber, former));
        texts.values().removeIf(text -> text == null);
        return texts;
    }

    private static void putKnown(Map<String, TaskRecord> latest, Map<String, Object> texts) {
        texts.put("findings", answer(latest, "investigate", "findings"));
        texts.put("problemFindings", answer(latest, "investigate", "findings"));
        texts.put("guardiansView", answer(latest, "informGuardians", "guardiansView"));
        texts.put("bestInterest", answer(latest, "analyse", "bestInterest"));
        texts.put("schoolAssessment", answer(latest, "analyse", "conclusion"));
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
    private String talks(String caseNumber, Optional<ActivityPlan> former) {
        Optional<ActivityPlan> told = former.filter(plan -> plan.texts().communicationSummary() != null);
        Instant since = told.map(ActivityPlan::createdAt).orElse(Instant.EPOCH);
        String talks = Stream.of(
                        told.map(plan -> plan.texts().communicationSummary()), communication.since(caseNumber, since))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return talks.isEmpty() ? null : talks;
    }

    private Optional<ActivityPlan> former(String caseNumber) {
        return plans.draft(caseNumber).or(() -> plans.active(caseNumber));
    }

    private static Object answer(Map<String, TaskRecord> latest, String form, String field) {
        return Optional.ofNullable(latest.get(form))
                .map(TaskRecord::answers)
                .map(answers -> answers.get(field))
                .orElse(null);
    }
}
