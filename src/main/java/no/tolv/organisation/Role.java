package no.tolv.organisation;

import java.util.Arrays;

/** A role somebody holds at one unit; it opens nothing at another (design §5). */
public enum Role {
    EMPLOYEE("employee"),
    CONTACT_TEACHER("contactTeacher"),
    TEACHER("teacher"),
    ASSISTANT("assistant"),
    GRADE_LEADER("gradeLeader"),
    DEPARTMENT_HEAD("departmentHead"),
    INSPECTOR("inspector"),
    SOCIAL_TEACHER("socialTeacher"),
    COUNSELLOR("counsellor"),
    ENVIRONMENT_TEAM("environmentTeam"),
    NURSE("nurse"),
    OFFICE("office"),
    PRINCIPAL("principal"),
    DEPUTY_PRINCIPAL("deputyPrincipal"),
    KINDERGARTEN_HEAD("kindergartenHead"),
    PEDAGOGICAL_LEADER("pedagogicalLeader"),
    OWNER("owner"),
    OWNER_ADVISER("ownerAdviser"),
    ASSISTANCE_TEAM("assistanceTeam"),
    PSYCHOLOGICAL_SERVICE("psychologicalService"),
    PROCESS_ADMIN("processAdmin"),
    MONITOR("monitor");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The name a diagram and a decision table write, for example {@code principal}. */
    public String id() {
        return id;
    }

    /**
     * The role a diagram, a table or a roster names.
     *
     * @throws IllegalArgumentException when there is no such role
     */
    public static Role of(String id) {
        return Arrays.stream(values())
                .filter(role -> role.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Det finnes ingen rolle «" + id + "»."));
    }
}
