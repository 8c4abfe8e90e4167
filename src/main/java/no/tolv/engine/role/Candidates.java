package no.tolv.engine.role;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Those who can take a task: whole groups, and named persons where somebody of the group is excluded.
 *
 * @param groups group ids, {@code <unit>.<role>}
 * @param users staff ids
 */
public record Candidates(Set<String> groups, Set<String> users) {

    static final Candidates NONE = new Candidates(Set.of(), Set.of());

    static Candidates group(String group) {
        return new Candidates(Set.of(group), Set.of());
    }

    static Candidates users(Collection<String> users) {
        return new Candidates(Set.of(), Set.copyOf(users));
    }

    Candidates and(Candidates others) {
        return new Candidates(union(groups, others.groups), union(users, others.users));
    }

    boolean isEmpty() {
        return groups.isEmpty() && users.isEmpty();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
