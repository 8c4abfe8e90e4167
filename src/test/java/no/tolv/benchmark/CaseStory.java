package no.tolv.benchmark;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import no.tolv.scenario.Answers;

/**
 * A whole case at Midtstuen: reported, investigated, a plan that is followed up every week and does not help, discussed in
 * the team, a second plan that helps, closed, watched, and asked again. No deadline passes; nothing is told to the owner.
 */
class CaseStory {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String COUNSELLOR = "midtstuen-counsellor";

    private final Side side;
    private final StatementCounts sum;
    private final LocalDate today;
    private final IntFunction<LocalDate> schoolDayIn;
    private String caseNumber;

    CaseStory(Side side, StatementCounts sum, LocalDate today, IntFunction<LocalDate> schoolDayIn) {
        this.side = side;
        this.sum = sum;
        this.today = today;
        this.schoolDayIn = schoolDayIn;
    }

    void reported(String pupil) {
        caseNumber =
                side.start(sum, TEACHER, Answers.reportConcern(pupil, today).fields());
    }

    /** Up to the day the plan is ended and the watch begins. */
    CaseStory untilWatched(String pupil) {
        reported(pupil);
        investigated();
        planWritten(15);
        followedUp();
        evaluated("no", "tooEarly", "keep");
        planWritten(10);
        complete(COUNSELLOR, "discussInTeam", Answers.discussInTeam(today));
        evaluated("yes", "effect", "end");
        complete(PRINCIPAL, "closePlan", Answers.closePlan(today, schoolDayIn.apply(10)));
        return this;
    }

    /** Asks the pupil again, on a later day than the last talk. */
    void askedAgain(LocalDate later) {
        side.fire(sum, caseNumber, "event_watchOver");
        complete(COUNSELLOR, "askAgain", Answers.askAgain("yes", later));
        if (!side.isEnded(caseNumber)) {
            throw new IllegalStateException("The case " + caseNumber + " is not ended.");
        }
    }

    private void investigated() {
        complete(PRINCIPAL, "receiveReport", Answers.receiveReport());
        complete(PRINCIPAL, "clarifyRoles", Answers.clarifyRoles(COUNSELLOR));
        complete(COUNSELLOR, "hearPupil", Answers.hearPupil("no", today));
        complete(COUNSELLOR, "investigate", Answers.investigate(COUNSELLOR, today));
        complete(COUNSELLOR, "informGuardians", Answers.informGuardians(today));
        complete(COUNSELLOR, "analyse", Answers.analyse("yes"));
    }

    private void planWritten(int evaluatedInSchoolDays) {
        LocalDate evaluation = schoolDayIn.apply(evaluatedInSchoolDays);
        side.complete(sum, caseNumber, PRINCIPAL, "writePlan", shown -> {
            Object talks = shown.get("communicationSummary");
            return Answers.writePlan(evaluation, measures(evaluation))
                    .with("communicationSummary", talks == null ? "Samtaler" : talks.toString());
        });
    }

    private List<Map<String, Object>> measures(LocalDate evaluation) {
        return List.of(
                measure("individual", "exposed", evaluation),
                measure("group", "offender", evaluation),
                measure("class", "environment", evaluation),
                measure("school", "school", evaluation));
    }

    private Map<String, Object> measure(String level, String target, LocalDate evaluation) {
        Map<String, Object> measure =
                new HashMap<>(Answers.measure(level, TEACHER, today, schoolDayIn.apply(5), evaluation));
        measure.put("target", target);
        return measure;
    }

    private void followedUp() {
        side.fire(sum, caseNumber, "event_nextWeek");
        complete(PRINCIPAL, "weeklyFollowUp", Answers.weeklyFollowUp());
        complete(TEACHER, "followUpMeasure", Answers.followUpMeasure(today));
        side.fire(sum, caseNumber, "event_informationDue");
        complete(PRINCIPAL, "gatherInformation", Answers.gatherInformation());
        side.fire(sum, caseNumber, "event_evaluationReached");
        side.fire(sum, caseNumber, "event_evaluationAwaited");
        for (int measure = 0; measure < 4; measure++) {
            complete(TEACHER, "evaluateMeasure", Answers.evaluateMeasure("tooEarly"));
        }
    }

    private void evaluated(String safe, String effect, String next) {
        side.fire(sum, caseNumber, "event_evaluationDue");
        side.complete(sum, caseNumber, PRINCIPAL, "evaluatePlan", shown -> {
            List<Map<String, Object>> rows = side.rows(shown.get("measures")).stream()
                    .map(row -> with(row, effect, next))
                    .toList();
            return Answers.evaluatePlan(safe, today, rows);
        });
    }

    private static Map<String, Object> with(Map<String, Object> row, String effect, String next) {
        Map<String, Object> evaluated = new HashMap<>(row);
        evaluated.put("effect", effect);
        evaluated.put("next", next);
        return evaluated;
    }

    private void complete(String who, String task, Answers answers) {
        side.complete(sum, caseNumber, who, task, shown -> answers);
    }
}
