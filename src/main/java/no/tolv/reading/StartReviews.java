package no.tolv.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.Processes;
import no.tolv.engine.variable.ReadingReviewVariables;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * Starts a review of what was found. Nobody reviews own readings, or readings of a case they are shut out of: findings
 * that keep the same reviewers out are one review, and one that keeps the head of the unit out is the owner's.
 */
@Component
class StartReviews {

    private static final String PROCESS = "readingReview";
    private static final Set<Role> HEADS = Set.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD);
    private static final Set<Role> AT_OWNER = Set.of(Role.PRIVACY_OFFICER, Role.OWNER);

    private final Findings findings;
    private final Exclusions exclusions;
    private final Organisation organisation;
    private final Processes processes;

    StartReviews(Findings findings, Exclusions exclusions, Organisation organisation, Processes processes) {
        this.findings = findings;
        this.exclusions = exclusions;
        this.organisation = organisation;
        this.processes = processes;
    }

    /** One process for each set of reviewers that is kept out; none when nothing was found. */
    void of(String unit, List<Finding> found) {
        String owner = organisation.unit(unit).map(Unit::owner).orElse(unit);
        Set<String> heads = holders(unit, HEADS);
        Set<String> reviewers = new HashSet<>(heads);
        reviewers.addAll(holders(owner, AT_OWNER));
        Map<Set<String>, List<Finding>> byKeptOut =
                found.stream().collect(groupingBy(finding -> keptOut(finding, reviewers)));
        byKeptOut.forEach((keptOut, together) ->
                start(keptOut.stream().anyMatch(heads::contains) ? owner : unit, keptOut, together));
    }

    private void start(String tenant, Set<String> keptOut, List<Finding> together) {
        String review = UUID.randomUUID().toString();
        together.forEach(finding -> findings.add(review, finding));
        processes.start(
                PROCESS,
                tenant,
                Map.of(
                        ReadingReviewVariables.REVIEW.name(),
                        review,
                        ReadingReviewVariables.KEPT_OUT.name(),
                        String.join(",", keptOut)));
    }

    private Set<String> keptOut(Finding finding, Set<String> reviewers) {
        Stream<String> shutOut = finding.readings().stream()
                .filter(reading -> reading.caseNumber() != null)
                .flatMap(reading -> exclusions.of(reading.caseNumber()).stream());
        return Stream.concat(Stream.of(finding.reader()), shutOut)
                .filter(reviewers::contains)
                .collect(toCollection(TreeSet::new));
    }

    private Set<String> holders(String unit, Set<Role> roles) {
        return roles.stream()
                .flatMap(role -> organisation.inRole(unit, role).stream())
                .map(Staff::id)
                .collect(toCollection(HashSet::new));
    }
}
