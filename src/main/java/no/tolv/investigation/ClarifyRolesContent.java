package no.tolv.investigation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFiles;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.engine.variable.ProcessVariable;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Role;
import org.springframework.stereotype.Component;

/** Whom one can choose, with the school's usual division of work filled in. */
@Component
class ClarifyRolesContent implements FormContent {

    private final Colleagues colleagues;
    private final OthersToHear othersToHear;
    private final CaseFiles cases;
    private final Organisation organisation;

    ClarifyRolesContent(Colleagues colleagues, OthersToHear othersToHear, CaseFiles cases, Organisation organisation) {
        this.colleagues = colleagues;
        this.othersToHear = othersToHear;
        this.cases = cases;
        this.organisation = organisation;
    }

    @Override
    public String form() {
        return "clarifyRoles";
    }

    @Override
    public Map<String, List<Choice>> choices(FormReader reader) {
        return Map.of(
                "staff", colleagues.choices(reader.caseNumber(), reader.unit()),
                "otherPupils", othersToHear.choices(reader.caseNumber()));
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        Map<String, Object> usual = new HashMap<>();
        usual.put("investigator", usual(reader, ActivityDutyVariables.INVESTIGATOR_ROLE));
        usual.put("talksWithPupil", able(reader, contactTeacher(reader)));
        usual.put("informsGuardians", usual(reader, ActivityDutyVariables.GUARDIAN_CONTACT_ROLE));
        usual.values().removeIf(staff -> staff == null);
        return usual;
    }

    private String usual(FormReader reader, ProcessVariable<String> variable) {
        List<String> roles = roles(reader.variables().get(variable.name()));
        String teacher = able(reader, contactTeacher(reader));
        boolean teachers = roles.isEmpty() || roles.contains(Role.CONTACT_TEACHER.id());
        return teachers && teacher != null ? teacher : colleagues.firstAble(reader.caseNumber(), reader.unit(), roles);
    }

    private static List<String> roles(Object written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.toString().split("\\s*,\\s*")).toList();
    }

    private String able(FormReader reader, String staff) {
        return colleagues.choices(reader.caseNumber(), reader.unit()).stream()
                .map(Choice::value)
                .filter(id -> id.equals(staff))
                .findFirst()
                .orElse(null);
    }

    private String contactTeacher(FormReader reader) {
        return cases.find(reader.caseNumber())
                .flatMap(file -> organisation.pupil(file.pupil()))
                .map(Pupil::contactTeacher)
                .orElse(null);
    }
}
