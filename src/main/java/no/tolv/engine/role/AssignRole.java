package no.tolv.engine.role;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.engine.variable.ReadingReviewVariables;
import no.tolv.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Gives a new task to those who may have it, and refuses every later assignment to anybody else. One per user task of a
 * diagram, because it holds what the diagram wrote.
 */
class AssignRole implements TaskListener {

    private final RoleResolution resolution;
    private final Function<String, CaseCircle> circles;
    private final Optional<Expression> assignee;
    private final List<Expression> roles;

    AssignRole(
            RoleResolution resolution,
            Function<String, CaseCircle> circles,
            Expression assignee,
            Collection<Expression> roles) {
        this.resolution = resolution;
        this.circles = circles;
        this.assignee = Optional.ofNullable(assignee);
        this.roles = List.copyOf(roles);
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            assign(task);
        } else {
            guard(task);
        }
    }

    /** Sets the named person, or those who hold the roles, as things stand now. */
    private void assign(DelegateTask task) {
        Optional<String> person = named(task).filter(staff -> mayTake(task, staff));
        if (person.isPresent()) {
            task.setAssignee(person.get());
        } else {
            offer(task);
        }
    }

    private void offer(DelegateTask task) {
        Candidates candidates = candidates(task);
        task.addCandidateGroups(candidates.groups());
        task.addCandidateUsers(candidates.users());
    }

    /** Those who hold the roles now. */
    Candidates candidates(DelegateTask task) {
        return resolution.candidates(CommonVariables.UNIT.from(task), rolesOf(task), circle(task));
    }

    /** A named person who gives the task back leaves it to those who hold the roles, never to nobody (INV-04). */
    private void guard(DelegateTask task) {
        if (task.getAssignee() == null && task.getCandidates().isEmpty()) {
            offer(task);
        } else if (task.getAssignee() != null && !mayTake(task, task.getAssignee())) {
            throw new AssignmentRefused(task.getTaskDefinitionKey());
        }
    }

    private Optional<String> named(DelegateTask task) {
        return assignee.map(expression -> expression.getValue(task))
                .map(Object::toString)
                .map(String::strip);
    }

    boolean mayTake(DelegateTask task, String staff) {
        return resolution.mayTake(
                staff, CommonVariables.UNIT.from(task), circle(task).excluded());
    }

    /** Of the case, or of those whom a process that serves no single case names itself. */
    private CaseCircle circle(DelegateTask task) {
        return CommonVariables.CASE_NUMBER
                .in(task)
                .map(circles)
                .orElseGet(() -> new CaseCircle(ReadingReviewVariables.keptOut(task), Optional::empty));
    }

    private Set<Role> rolesOf(DelegateTask task) {
        Set<Role> found = new LinkedHashSet<>();
        roles.stream()
                .map(role -> role.getValue(task))
                .filter(Objects::nonNull)
                .flatMap(AssignRole::split)
                .forEach(role -> found.add(Role.of(role)));
        return found;
    }

    private static Stream<String> split(Object written) {
        return Arrays.stream(written.toString().split(",")).map(String::strip).filter(role -> !role.isEmpty());
    }
}
