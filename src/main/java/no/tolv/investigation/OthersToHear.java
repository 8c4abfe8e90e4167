package no.tolv.investigation;

import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Choice;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import org.springframework.stereotype.Component;

/** The other pupils a case must hear: those who were there, offended or saw. */
@Component
class OthersToHear {

    private static final String FIELD = "othersToHear";

    private final CaseFiles cases;
    private final TaskRecords records;
    private final Organisation organisation;

    OthersToHear(CaseFiles cases, TaskRecords records, Organisation organisation) {
        this.cases = cases;
        this.records = records;
        this.organisation = organisation;
    }

    List<Choice> choices(String caseNumber) {
        return schoolmates(caseNumber).stream()
                .map(pupil -> new Choice(pupil.id(), pupil.name() + " (" + pupil.grade() + ")"))
                .toList();
    }

    /**
     * The pupils the form names, in its order.
     *
     * @throws FormRejected when one of them is not at the school, or is the case's own pupil
     */
    List<String> chosen(Submission submission) {
        List<String> chosen = submission.choices(FIELD).stream().distinct().toList();
        List<String> able =
                schoolmates(submission.caseNumber()).stream().map(Pupil::id).toList();
        if (!able.containsAll(chosen)) {
            throw new FormRejected(
                    FIELD, "En av elevene går ikke på skolen, eller er eleven saken gjelder. Velg fra lista.");
        }
        return chosen;
    }

    /**
     * The pupil whose turn it is in the loop, in the order this round's roles were clarified.
     *
     * @param variables the variables the task sees, with the engine's {@code loopCounter}
     */
    String turn(String caseNumber, Map<String, Object> variables) {
        int index = (Integer) variables.get("loopCounter");
        return inOrder(caseNumber).get(index);
    }

    @SuppressWarnings("unchecked")
    private List<String> inOrder(String caseNumber) {
        return records
                .latest(caseNumber, "clarifyRoles")
                .map(record -> (List<String>) record.answers().getOrDefault(FIELD, List.of()))
                .orElse(List.of())
                .stream()
                .distinct()
                .toList();
    }

    private List<Pupil> schoolmates(String caseNumber) {
        CaseFile file = cases.find(caseNumber).orElseThrow();
        return organisation.pupil(file.pupil()).map(Pupil::unit).map(organisation::pupilsOf).orElse(List.of()).stream()
                .filter(pupil -> !pupil.id().equals(file.pupil()))
                .toList();
    }
}
