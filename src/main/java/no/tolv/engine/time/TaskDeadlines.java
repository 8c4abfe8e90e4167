package no.tolv.engine.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.Deadlines.Count;
import no.tolv.engine.Decisions;
import no.tolv.engine.variable.ProcessVariable;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * When a user task is due, reminded of and escalated: the {@code deadlines} table's row for the unit and the task,
 * counted from now. What the law wants done within five working days is never due later, whatever the table says
 * (§ 12-6, INV-14).
 */
@Component
public class TaskDeadlines {

    private static final String TABLE = "deadlines";
    private static final ProcessVariable<String> UNIT = new ProcessVariable<>("unit", String.class);
    private static final ProcessVariable<Date> PERIOD_ENDS_AT = new ProcessVariable<>("periodEndsAt", Date.class);
    private static final ProcessVariable<Date> WALL_AT = new ProcessVariable<>("wallAt", Date.class);

    private static final Set<String> WALLED = Set.of("investigate", "analyse", "writePlan");
    private static final String FOLLOW_UP = "followUpMeasure";

    /** From 16:00, when the fifth working day ends at school, to 00:00, when it is over. */
    private static final Duration EVENING = Duration.ofHours(8);

    private final Decisions decisions;
    private final Deadlines deadlines;
    private final Clock clock;

    TaskDeadlines(Decisions decisions, Deadlines deadlines, Clock clock) {
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The three moments of one task. */
    record Dates(Instant dueAt, Instant remindAt, Instant escalateAt) {}

    private record Rule(String unit, int amount, Count count, int remind, int escalate, String escalateTo) {}

    /**
     * The role an overdue task is lifted to, by the {@code deadlines} table as it stands now.
     *
     * @param task user task name, without {@code userTask_}
     * @throws IllegalStateException when the table has no row for the task
     */
    public String escalateTo(String unit, String task) {
        return rule(unit, task).escalateTo();
    }

    Dates of(String task, VariableScope scope) {
        Rule rule = rule(UNIT.from(scope), task);
        Instant due = dueAt(task, rule, scope);
        return new Dates(due, remindAt(due, rule), after(due, rule.escalate(), rule));
    }

    private Instant dueAt(String task, Rule rule, VariableScope scope) {
        Optional<Date> periodEnd = FOLLOW_UP.equals(task) ? PERIOD_ENDS_AT.in(scope) : Optional.empty();
        Instant due = periodEnd.map(Date::toInstant).orElseGet(() -> after(clock.instant(), rule.amount(), rule));
        return WALLED.contains(task) ? earlier(due, lastMoment(scope)) : due;
    }

    /** 16:00 on the fifth working day after the case was raised; from now when that has passed or is not known. */
    private Instant lastMoment(VariableScope scope) {
        Instant now = clock.instant();
        return WALL_AT.in(scope)
                .map(wall -> wall.toInstant().minus(EVENING))
                .filter(now::isBefore)
                .orElseGet(() -> deadlines.wall(now).minus(EVENING));
    }

    /** A reminder that would lie before the task itself comes when the task is due. */
    private Instant remindAt(Instant due, Rule rule) {
        Instant remind = after(due, -rule.remind(), rule);
        return remind.isAfter(clock.instant()) ? earlier(remind, due) : due;
    }

    private Instant after(Instant from, int amount, Rule rule) {
        return deadlines.after(from, amount, rule.count(), rule.unit());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Rule rule(String unit, String task) {
        return decisions
                .first(TABLE, Map.of("unit", unit, "task", task))
                .map(row -> rule(unit, row))
                .orElseThrow(() -> new IllegalStateException(
                        "Regeltabellen «" + TABLE + "» har ingen rad for oppgaven «" + task + "» ved " + unit + "."));
    }

    private static Rule rule(String unit, Map<String, Object> row) {
        return new Rule(
                unit,
                number(row, "amount"),
                Count.of((String) row.get("count")),
                number(row, "remind"),
                number(row, "escalate"),
                (String) row.get("escalateTo"));
    }

    private static int number(Map<String, Object> row, String output) {
        if (row.get(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("Regeltabellen «" + TABLE + "» mangler et tall i kolonnen «" + output + "».");
    }
}
