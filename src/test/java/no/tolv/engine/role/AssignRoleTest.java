package no.tolv.engine.role;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("En oppgave går til dem som kan ta den")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignRoleTest {

    private final TestEngine test = new TestEngine();
    private final TaskService tasks = test.engine.getTaskService();

    @BeforeEach
    void nobodyIsExcluded() {
        test.excluded.clear();
    }

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    @DisplayName("Rollen i diagrammet blir gruppen ved sakens enhet, og den nakne rollen blir aldri stående")
    void roleBecomesGroupOfUnit() {
        test.deploy("principal, ${'deputyPrincipal,socialTeacher'}", null);
        String task = test.start("midtstuen", null);

        assertThat(groups(task))
                .containsOnly("midtstuen.principal", "midtstuen.deputyPrincipal", "midtstuen.socialTeacher");
        assertThat(users(task)).isEmpty();
    }

    @Test
    @DisplayName("Er én i rollen inhabil, får de andre oppgaven ved navn")
    void othersOfTheRole() {
        test.deploy("employee", null);
        test.excluded.add("pikhaugen-assistant");
        String task = test.start("pikhaugen", null);

        assertThat(groups(task)).isEmpty();
        assertThat(users(task))
                .containsOnly("pikhaugen-employee", "pikhaugen-kindergarten-head", "pikhaugen-pedagogical-leader");
    }

    @Test
    @DisplayName("En rolle ingen har, går til rektor, i barnehagen til styrer")
    void fallsToTheHead() {
        test.deploy("counsellor", null);

        assertThat(groups(test.start("hjellestad", null))).containsOnly("hjellestad.principal");
        assertThat(groups(test.start("pikhaugen", null))).containsOnly("pikhaugen.kindergartenHead");
    }

    @Test
    @DisplayName("En rolle kommunen har, går til kommunen")
    void municipalRole() {
        test.deploy("ownerAdviser", null);

        assertThat(groups(test.start("hagen", null))).containsOnly("nittedal.ownerAdviser");
    }

    @Test
    @DisplayName("Er rektor inhabil, er stedfortrederen det også, og kommunalsjefen får oppgaven (INV-04)")
    void excludedPrincipal() {
        test.deploy("principal,deputyPrincipal", null);
        test.excluded.add("midtstuen-principal");
        String task = test.start("midtstuen", null);

        assertThat(groups(task)).containsOnly("oslo.owner");
        assertThat(users(task)).isEmpty();
        assertThatThrownBy(() -> tasks.setAssignee(task, "midtstuen-deputy-principal"))
                .hasRootCauseInstanceOf(AssignmentRefused.class);
    }

    @Test
    @DisplayName("En sak hos kommunen finner ingen ved skolen (INV-03)")
    void caseOfTheOwner() {
        test.deploy("principal,contactTeacher", "${responsible}");
        String task = test.start("oslo", "midtstuen-contact-teacher");

        assertThat(groups(task)).containsOnly("oslo.owner");
        assertThat(assignee(task)).isNull();
    }

    @Test
    @DisplayName("Er ingen igjen, blir oppgaven ikke til, og noen får vite hvorfor")
    void nobodyLeft() {
        test.deploy("principal", null);
        test.excluded.addAll(Set.of("midtstuen-principal", "oslo-owner"));

        assertThatThrownBy(() -> test.start("midtstuen", null))
                .hasRootCauseInstanceOf(NobodyLeft.class)
                .hasMessageContaining("Gi rollen owner");
    }

    @Test
    @DisplayName("Den som er navngitt og kan ta oppgaven, får den alene")
    void namedPerson() {
        test.deploy("principal", "${responsible}");
        String task = test.start("midtstuen", "midtstuen-nurse");

        assertThat(assignee(task)).isEqualTo("midtstuen-nurse");
        assertThat(groups(task)).isEmpty();
        assertThat(users(task)).containsOnly("midtstuen-nurse");
        assertThat(assignee(test.start("midtstuen", "oslo-owner-adviser"))).isEqualTo("oslo-owner-adviser");
    }

    @Test
    @DisplayName("Er den navngitte ukjent, inhabil, fra en annen skole eller ingen, går oppgaven til rollen")
    void namedPersonCannot() {
        test.deploy("contactTeacher", "${responsible}");
        test.excluded.add("midtstuen-nurse");

        for (String person : new String[] {"nobody", "midtstuen-nurse", "trosterud-teacher", "admin", null, ""}) {
            String task = test.start("midtstuen", person);
            assertThat(assignee(task)).as(person).isNull();
            assertThat(groups(task)).as(person).containsOnly("midtstuen.contactTeacher");
        }
    }

    @Test
    @DisplayName("Ingen kan senere gi oppgaven til en inhabil eller en fra en annen skole")
    void laterAssignment() {
        test.deploy("contactTeacher", null);
        String task = test.start("midtstuen", null);
        test.excluded.add("midtstuen-nurse");

        assertThatThrownBy(() -> tasks.claim(task, "midtstuen-nurse")).hasRootCauseInstanceOf(AssignmentRefused.class);
        assertThatThrownBy(() -> tasks.setAssignee(task, "trosterud-teacher"))
                .hasRootCauseInstanceOf(AssignmentRefused.class);
        tasks.claim(task, "midtstuen-contact-teacher");
        tasks.setAssignee(task, null);
        assertThat(assignee(task)).isNull();
    }

    @Test
    @DisplayName("Et diagram med en rolle som ikke finnes, lar seg ikke publisere")
    void brokenDiagram() {
        assertThatThrownBy(() -> test.deploy("rektor", null)).hasRootCauseMessage("Det finnes ingen rolle «rektor».");
    }

    @Test
    @DisplayName("Blir noen inhabil underveis, mister de oppgaven, og resten av rollen har den ved navn")
    void excludedLater() {
        test.deploy("environmentTeam,socialTeacher", null);
        String task = test.start("midtstuen", null);
        tasks.claim(task, "midtstuen-social-teacher");
        test.excluded.add("midtstuen-social-teacher");
        test.as("midtstuen-nurse", () -> test.openTasks().resolveAgain(TestEngine.CASE));

        assertThat(assignee(task)).isNull();
        assertThat(groups(task)).containsOnly("midtstuen.environmentTeam", "midtstuen.principal");
        assertThat(users(task)).isEmpty();
        test.as(
                "midtstuen-social-teacher",
                () -> assertThat(tasks.createTaskQuery().taskId(task).count()).isZero());
    }

    @Test
    @DisplayName("Blir noen andre inhabile underveis, beholder den som har oppgaven den")
    void othersExcludedLater() {
        test.deploy("principal", "${responsible}");
        String task = test.start("midtstuen", "midtstuen-nurse");
        test.excluded.add("midtstuen-principal");
        test.openTasks().resolveAgain(TestEngine.CASE);

        assertThat(assignee(task)).isEqualTo("midtstuen-nurse");
        assertThat(groups(task)).isEmpty();
    }

    @Test
    @DisplayName("Blir den navngitte inhabil, eller gir oppgaven fra seg, går den til rollen, én gang (INV-04)")
    void namedPersonNoLonger() {
        test.deploy("principal", "${responsible}");
        String lost = test.start("midtstuen", "midtstuen-nurse");
        String givenBack = test.start("midtstuen", "midtstuen-teacher");
        test.excluded.add("midtstuen-nurse");
        test.openTasks().resolveAgain(TestEngine.CASE);
        tasks.claim(givenBack, null);

        for (String task : new String[] {lost, givenBack}) {
            assertThat(tasks.getIdentityLinksForTask(task))
                    .extracting(IdentityLink::getGroupId)
                    .containsExactly("midtstuen.principal");
        }
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private Set<String> groups(String task) {
        return tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private Set<String> users(String task) {
        return tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
