package no.tolv.engine.role;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How staff stand to one case.
 *
 * @param excluded staff shut out of the case
 * @param contactTeacher the pupil's own contact teacher: the only one that role means in this case; looked up when asked
 */
record CaseCircle(Set<String> excluded, Supplier<Optional<String>> contactTeacher) {}
