package no.tolv.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The phases of an ordinary case at one school, so that a scenario only states what differs. */
class SchoolCase {

    final CaseWalk walk;
    final Profile profile;

    SchoolCase(CaseWalk walk, Profile profile) {
        this.walk = walk.onASchoolDayAt(profile.unit());
        this.profile = profile;
    }

    String reported() {
        return reported(1);
    }

    String reported(int pupil) {
        return walk.report(profile.teacher(), Answers.reportConcern(profile.pupil(pupil), walk.today()));
    }

    SchoolCase received() {
        walk.complete(profile.principal(), "receiveReport", Answers.receiveReport());
        return this;
    }

    SchoolCase rolesClarified() {
        walk.complete(profile.principal(), "clarifyRoles", Answers.clarifyRoles(profile.investigator()));
        return this;
    }

    SchoolCase heardAndInvestigated(String pupilSafe) {
        walk.complete(profile.investigator(), "hearPupil", Answers.hearPupil(pupilSafe, walk.today()));
        walk.complete(profile.investigator(), "investigate", Answers.investigate(profile.investigator(), walk.today()));
        walk.complete(profile.investigator(), "informGuardians", Answers.informGuardians(walk.today()));
        return this;
    }

    SchoolCase analysed(String measuresNeeded) {
        walk.complete(profile.investigator(), "analyse", Answers.analyse(measuresNeeded));
        return this;
    }

    /** A case that is investigated: the pupil says it is not safe, and a plan must be made. */
    SchoolCase investigated() {
        return received().rolesClarified().heardAndInvestigated("no").analysed("yes");
    }

    /** Four measures for a plan, evaluated on the given date: for the pupil, the group, the class and the school. */
    List<Map<String, Object>> measures(LocalDate evaluationOn) {
        LocalDate from = walk.today();
        LocalDate to = walk.schoolDayIn(5);
        return List.of(
                measure("individual", "exposed", from, to, evaluationOn),
                measure("group", "offender", from, to, evaluationOn),
                measure("class", "environment", from, to, evaluationOn),
                measure("school", "school", from, to, evaluationOn));
    }

    private Map<String, Object> measure(
            String level, String target, LocalDate from, LocalDate to, LocalDate evaluationOn) {
        Map<String, Object> measure =
                new java.util.HashMap<>(Answers.measure(level, profile.teacher(), from, to, evaluationOn));
        measure.put("target", target);
        return measure;
    }

    SchoolCase planWritten(LocalDate evaluationOn) {
        return planWritten(evaluationOn, measures(evaluationOn));
    }

    SchoolCase planWritten(LocalDate evaluationOn, List<Map<String, Object>> measures) {
        Answers answers = Answers.writePlan(evaluationOn, measures);
        Object talks = walk.formOf(profile.principal(), "writePlan").get("communicationSummary");
        if (talks != null) {
            answers.with("communicationSummary", talks);
        }
        if (profile.archiveNumber() != null) {
            answers.with("archiveNumber", profile.archiveNumber());
        }
        walk.complete(profile.principal(), "writePlan", answers);
        return this;
    }

    SchoolCase evaluated(String safe, String effect, String next) {
        walk.complete(
                profile.principal(),
                "evaluatePlan",
                Answers.evaluatePlan(safe, walk.today(), evaluations(effect, next)));
        return this;
    }

    /** What the form lists, each measure with the same verdict. */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> evaluations(String effect, String next) {
        String shown =
                String.valueOf(walk.formOf(profile.principal(), "evaluatePlan").get("measures"));
        List<Map<String, Object>> rows = (List<Map<String, Object>>)
                (List<?>) org.camunda.spin.Spin.JSON(shown).mapTo(List.class);
        return rows.stream()
                .<Map<String, Object>>map(row -> {
                    Map<String, Object> evaluated = new java.util.HashMap<>(row);
                    evaluated.put("effect", effect);
                    evaluated.put("next", next);
                    return evaluated;
                })
                .toList();
    }

    SchoolCase closed(LocalDate watchUntil) {
        walk.complete(profile.principal(), "closePlan", Answers.closePlan(walk.today(), watchUntil));
        return this;
    }

    SchoolCase askedAgain(String safe) {
        walk.complete(profile.investigator(), "askAgain", Answers.askAgain(safe, walk.today()));
        return this;
    }
}
