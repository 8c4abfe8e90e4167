package no.tolv.organisation;

import java.util.Arrays;

/** A role somebody holds at one unit; it opens nothing at another (design §5). */
public enum Role {
    EMPLOYEE("employee", "ansatt"),
    CONTACT_TEACHER("contactTeacher", "kontaktlærer"),
    TEACHER("teacher", "lærer"),
    ASSISTANT("assistant", "assistent"),
    GRADE_LEADER("gradeLeader", "trinnleder"),
    DEPARTMENT_HEAD("departmentHead", "avdelingsleder"),
    INSPECTOR("inspector", "inspektør"),
    SOCIAL_TEACHER("socialTeacher", "sosiallærer"),
    COUNSELLOR("counsellor", "rådgiver"),
    ENVIRONMENT_TEAM("environmentTeam", "miljøteam"),
    NURSE("nurse", "helsesykepleier"),
    OFFICE("office", "kontor"),
    PRINCIPAL("principal", "rektor"),
    DEPUTY_PRINCIPAL("deputyPrincipal", "assisterende rektor"),
    KINDERGARTEN_HEAD("kindergartenHead", "styrer"),
    PEDAGOGICAL_LEADER("pedagogicalLeader", "pedagogisk leder"),
    OWNER("owner", "skoleeier"),
    OWNER_ADVISER("ownerAdviser", "rådgiver hos skoleeier"),
    ASSISTANCE_TEAM("assistanceTeam", "bistandsteam"),
    PSYCHOLOGICAL_SERVICE("psychologicalService", "PP-tjenesten"),
    /** Personvernombud: may know who has read a case, never what stands in it. */
    PRIVACY_OFFICER("privacyOfficer", "personvernombud"),
    PROCESS_ADMIN("processAdmin", "prosessansvarlig"),
    MONITOR("monitor", "tilsyn");

    private final String id;
    private final String label;

    Role(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name a diagram and a decision table write, for example {@code principal}. */
    public String id() {
        return id;
    }

    /** What the role is called in a sentence, in bokmål. */
    public String label() {
        return label;
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
