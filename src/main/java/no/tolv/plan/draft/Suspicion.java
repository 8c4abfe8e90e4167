package no.tolv.plan.draft;

import java.util.Optional;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import org.springframework.stereotype.Component;

/** Whom the report says it was, as a code. */
@Component
class Suspicion {

    private final TaskRecords records;

    Suspicion(TaskRecords records) {
        this.records = records;
    }

    /** True when another pupil is said to have offended the pupil (NIT-53). */
    boolean isOfPupil(Submission submission) {
        String field = ActivityDutyVariables.SUSPECT.name();
        Object suspect = Optional.ofNullable(submission.variables().get(field))
                .or(() -> records.latest(submission.caseNumber(), "reportConcern")
                        .map(TaskRecord::answers)
                        .map(answers -> answers.get(field)))
                .orElse(null);
        return "pupil".equals(suspect);
    }
}
