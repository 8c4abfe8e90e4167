package no.tolv.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tolv.engine.Decisions;
import no.tolv.engine.TableCodes;
import no.tolv.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * Who is told of what: the {@code noticeRules} table, and beneath it the floor of the law. No table can keep from the
 * owner that a case is serious (§ 12-4), that somebody who works at the school is suspected (§ 12-5) or that five
 * working days have gone without a plan (§ 12-6, INV-14).
 */
@Component
class NoticeRules implements TableCodes {

    private static final Set<String> ALWAYS_TO_OWNER =
            Set.of("serious", "employeeSuspected", "leaderSuspected", "wallReached");
    private static final Rule FLOOR = new Rule("owner", "ownerNotice", true);

    /** One who is to be told, what the mail says, and whether a receipt is asked for. */
    record Rule(String recipient, String content, boolean receipt) {}

    private final Decisions decisions;

    NoticeRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** A notice goes to a role, or to the guardians. */
    @Override
    public Map<String, Set<String>> byOutput() {
        Stream<String> roles = Arrays.stream(Role.values()).map(Role::id);
        return Map.of(
                "recipient", Stream.concat(roles, Stream.of(Notice.GUARDIANS)).collect(Collectors.toSet()));
    }

    /** Besides those the diagrams write. */
    @Override
    public Map<String, Set<String>> byInput() {
        return Map.of("event", Wording.events());
    }

    List<Rule> of(String unit, String event, int occurrence) {
        List<Rule> rules =
                decisions.all("noticeRules", Map.of("unit", unit, "event", event, "occurrence", occurrence)).stream()
                        .map(NoticeRules::rule)
                        .toList();
        return ALWAYS_TO_OWNER.contains(event) ? withOwner(rules) : rules;
    }

    private static List<Rule> withOwner(List<Rule> rules) {
        boolean told = rules.stream().anyMatch(rule -> FLOOR.recipient().equals(rule.recipient()));
        return told ? rules : Stream.concat(rules.stream(), Stream.of(FLOOR)).toList();
    }

    private static Rule rule(Map<String, Object> row) {
        return new Rule(
                (String) row.get("recipient"), (String) row.get("content"), Boolean.TRUE.equals(row.get("receipt")));
    }
}
