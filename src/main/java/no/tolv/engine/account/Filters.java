package no.tolv.engine.account;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists everybody finds in Tasklist; what an administrator changes in them later stays. */
@Component
class Filters {

    private final FilterService filters;
    private final TaskService tasks;

    Filters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    private record Shipped(String name, String description, String color, int priority, TaskQuery query) {

        Map<String, Object> properties() {
            return Map.of(
                    "description",
                    description,
                    "color",
                    color,
                    "priority",
                    priority,
                    "refresh",
                    true,
                    "showUndefinedVariable",
                    false,
                    "variables",
                    List.of(Map.of("name", "caseNumber", "label", "Sak")));
        }
    }

    /** Makes the filters that are not there yet. */
    void bring() {
        shipped().stream().filter(this::isMissing).forEach(this::make);
    }

    private List<Shipped> shipped() {
        return List.of(
                new Shipped("Mine oppgaver", "Oppgavene som er dine", "#1f6f50", 10, mine()),
                new Shipped("Min enhet", "Oppgavene du eller andre i samme rolle kan ta", "#2b5c8a", 20, myUnits()),
                new Shipped("Over frist", "Oppgavene som skulle vært gjort", "#b3261e", 30, overdue()));
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery myUnits() {
        return tasks.createTaskQuery()
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks();
    }

    private TaskQuery overdue() {
        return tasks.createTaskQuery().dueBeforeExpression("${now()}");
    }

    private boolean isMissing(Shipped shipped) {
        return filters.createTaskFilterQuery().filterName(shipped.name()).count() == 0;
    }

    private void make(Shipped shipped) {
        Filter filter = filters.newTaskFilter(shipped.name());
        filter.setProperties(shipped.properties());
        filter.setQuery(shipped.query());
        filters.saveFilter(filter);
    }
}
