package no.tolv.engine.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tolv.organisation.Role;
import no.tolv.organisation.RosterDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Rollen i et diagram blir til dem som kan ta oppgaven ved enheten")
class RoleResolutionTest {

    private static final String CONTACT_TEACHER = "midtstuen-contact-teacher";

    private static final RosterDatabase DATABASE = new RosterDatabase();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.source());
    private final RoleResolution resolution = new RoleResolution(DATABASE.organisation());

    @BeforeEach
    void demoRoster() {
        DATABASE.read(RosterDatabase.DEMO);
    }

    @Test
    @DisplayName("flere roller blir til flere grupper, uten roller er det lederen ved enheten")
    void groups() {
        assertThat(candidates("midtstuen", Set.of(), Role.PRINCIPAL, Role.NURSE))
                .isEqualTo(groups("midtstuen.nurse", "midtstuen.principal"));
        assertThat(candidates("midtstuen", Set.of())).isEqualTo(groups("midtstuen.principal"));
        assertThat(candidates("pikhaugen", Set.of())).isEqualTo(groups("pikhaugen.kindergartenHead"));
    }

    @Test
    @DisplayName("er noen av flere i rollen ute, får de andre oppgaven ved navn")
    void othersByName() {
        hire("midtstuen-nurse-too", "midtstuen", "nurse");
        assertThat(candidates("midtstuen", Set.of("midtstuen-nurse"), Role.NURSE, Role.OFFICE))
                .isEqualTo(new Candidates(Set.of("midtstuen.office"), Set.of("midtstuen-nurse-too")));
    }

    @Test
    @DisplayName("er alle i en rolle ute, går dens del til lederen, også når andre roller er der")
    void roleFallsAlone() {
        assertThat(candidates("midtstuen", Set.of("midtstuen-nurse"), Role.NURSE, Role.OFFICE))
                .isEqualTo(groups("midtstuen.office", "midtstuen.principal"));
    }

    @Test
    @DisplayName("en rolle ingen har, overlater oppgaven til de andre rollene, og til lederen når det ikke er noen")
    void roleNobodyHolds() {
        assertThat(candidates("hjellestad", Set.of(), Role.COUNSELLOR, Role.NURSE))
                .isEqualTo(groups("hjellestad.nurse"));
        assertThat(candidates("hjellestad", Set.of(), Role.COUNSELLOR)).isEqualTo(groups("hjellestad.principal"));
    }

    @Test
    @DisplayName("en rolle kommunen har, går dit, og er den ene der ute, til lederen ved enheten")
    void municipalRole() {
        assertThat(candidates("midtstuen", Set.of(), Role.OWNER_ADVISER)).isEqualTo(groups("oslo.ownerAdviser"));
        assertThat(candidates("midtstuen", Set.of("oslo-owner-adviser"), Role.OWNER_ADVISER, Role.NURSE))
                .isEqualTo(groups("midtstuen.nurse", "midtstuen.principal"));
    }

    @Test
    @DisplayName("er lederen ute, er stedfortrederen det, og skoleeier får oppgaven (INV-04)")
    void excludedHead() {
        Set<String> excluded = Set.of("midtstuen-principal");
        assertThat(candidates("midtstuen", excluded, Role.DEPUTY_PRINCIPAL)).isEqualTo(groups("oslo.owner"));
        assertThat(resolution.shutOut("midtstuen", excluded))
                .containsExactlyInAnyOrder("midtstuen-principal", "midtstuen-deputy-principal");
        assertThat(resolution.shutOut("midtstuen", Set.of("midtstuen-deputy-principal")))
                .containsExactly("midtstuen-deputy-principal");
    }

    @Test
    @DisplayName("når ingen er ute, spørres ingen om lederen")
    void nobodyShutOut() {
        assertThat(new RoleResolution(null).shutOut("midtstuen", Set.of())).isEmpty();
    }

    @Test
    @DisplayName("i barnehagen gjelder det samme med styreren ute")
    void excludedKindergartenHead() {
        hire("pikhaugen-deputy", "pikhaugen", "deputyPrincipal");
        Set<String> excluded = Set.of("pikhaugen-kindergarten-head");
        assertThat(candidates("pikhaugen", excluded)).isEqualTo(groups("oppdal.owner"));
        assertThat(resolution.shutOut("pikhaugen", excluded)).contains("pikhaugen-deputy");
    }

    @Test
    @DisplayName("er ikke engang skoleeier igjen, sies det")
    void nobodyLeft() {
        assertThatThrownBy(() -> candidates("midtstuen", Set.of("midtstuen-principal", "oslo-owner"), Role.PRINCIPAL))
                .isInstanceOf(NobodyLeft.class);
        assertThatThrownBy(() -> candidates("finnes-ikke", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("finnes-ikke");
    }

    @Test
    @DisplayName("elevens egen kontaktlærer får oppgaven alene; de andre kontaktlærerne angår den ikke")
    void ownContactTeacher() {
        hire("midtstuen-contact-teacher-too", "midtstuen", "contactTeacher");
        assertThat(contactTeacher("midtstuen", CONTACT_TEACHER, Set.of()))
                .isEqualTo(new Candidates(Set.of(), Set.of(CONTACT_TEACHER)));
        assertThat(candidates("midtstuen", Set.of(), Role.CONTACT_TEACHER))
                .isEqualTo(groups("midtstuen.contactTeacher"));
        assertThat(resolution.candidates(
                        "midtstuen", List.of(Role.NURSE), new CaseCircle(Set.of(), () -> Optional.of(CONTACT_TEACHER))))
                .isEqualTo(groups("midtstuen.nurse"));
    }

    @Test
    @DisplayName("en kontaktlærer som er ute, har sluttet, er ukjent eller arbeider et annet sted, får den ikke")
    void ownContactTeacherCannot() {
        Candidates principal = groups("midtstuen.principal");
        assertThat(contactTeacher("midtstuen", CONTACT_TEACHER, Set.of(CONTACT_TEACHER)))
                .isEqualTo(principal);
        assertThat(contactTeacher("midtstuen", "trosterud-contact-teacher", Set.of()))
                .isEqualTo(principal);
        assertThat(contactTeacher("midtstuen", "ukjent", Set.of())).isEqualTo(principal);
        jdbc.sql("update staff set active = false where id = ?")
                .param(CONTACT_TEACHER)
                .update();
        assertThat(contactTeacher("midtstuen", CONTACT_TEACHER, Set.of())).isEqualTo(principal);
    }

    @Test
    @DisplayName("bare den som arbeider ved enheten eller i kommunen og ikke er ute, kan få en oppgave")
    void mayTake() {
        assertThat(resolution.mayTake("midtstuen-nurse", "midtstuen", Set.of())).isTrue();
        assertThat(resolution.mayTake("oslo-owner-adviser", "midtstuen", Set.of()))
                .isTrue();
        assertThat(resolution.mayTake("trosterud-nurse", "midtstuen", Set.of())).isFalse();
        assertThat(resolution.mayTake("midtstuen-nurse", "midtstuen", Set.of("midtstuen-nurse")))
                .isFalse();
        assertThat(resolution.mayTake("midtstuen-deputy-principal", "midtstuen", Set.of("midtstuen-principal")))
                .isFalse();
    }

    private Candidates contactTeacher(String unit, String teacher, Set<String> excluded) {
        return resolution.candidates(
                unit, List.of(Role.CONTACT_TEACHER), new CaseCircle(excluded, () -> Optional.of(teacher)));
    }

    private Candidates candidates(String unit, Set<String> excluded, Role... roles) {
        return resolution.candidates(unit, List.of(roles), new CaseCircle(excluded, Optional::empty));
    }

    private static Candidates groups(String... groups) {
        return new Candidates(Set.of(groups), Set.of());
    }

    private void hire(String id, String unit, String role) {
        jdbc.sql("delete from staff where id = ?").param(id).update();
        jdbc.sql("insert into staff (id, name, email, active) values (?, ?, ?, true)")
                .params(id, id, id + "@example.invalid")
                .update();
        jdbc.sql("insert into staff_role (staff_id, unit_id, role_id) values (?, ?, ?)")
                .params(id, unit, role)
                .update();
    }
}
