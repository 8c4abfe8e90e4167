package no.tolv.engine.hidden;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.NeedToKnow;
import no.tolv.engine.account.InstanceReaders;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * Who could watch a case's instances by role and unit, and must not. The grants are role-wide, so it is not only those
 * who are shut out: whoever leads one school and teaches at another would see the other's cases too.
 */
@Component
class Watchers {

    private final Organisation organisation;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final NeedToKnow needToKnow;

    Watchers(Organisation organisation, CaseFiles cases, Exclusions exclusions, NeedToKnow needToKnow) {
        this.organisation = organisation;
        this.cases = cases;
        this.exclusions = exclusions;
        this.needToKnow = needToKnow;
    }

    /** Staff the case's instances are hidden from; nobody when the number is no case's. */
    Set<String> barredFrom(String caseNumber) {
        return cases.known(
                caseNumber,
                Watchers.class,
                () -> cases.find(caseNumber).map(this::barredFrom).orElse(Set.of()));
    }

    private Set<String> barredFrom(CaseFile file) {
        Set<String> barred = around(file.unit());
        barred.removeIf(person -> needToKnow.isWholeFor(file, person));
        barred.addAll(exclusions.of(file.caseNumber()));
        return barred;
    }

    /** Open cases that somebody must be barred from: those with exclusions, and those beside which a stranger works. */
    Stream<String> casesToCheck() {
        Stream<String> withExclusions = exclusions.cases().stream();
        Stream<String> withStrangers = organisation.units().stream().flatMap(this::watchedByStrangers);
        return Stream.concat(withExclusions, withStrangers).distinct();
    }

    private Stream<String> watchedByStrangers(Unit unit) {
        Set<String> watchers = around(unit.id());
        return cases.openCasesAt(unit.id()).stream()
                .filter(file -> watchers.stream().anyMatch(person -> !needToKnow.isWholeFor(file, person)))
                .map(CaseFile::caseNumber);
    }

    private Set<String> around(String unit) {
        String owner = organisation.unit(unit).map(Unit::owner).orElse(unit);
        return new HashSet<>(organisation.holdersAround(InstanceReaders.ROLES, unit, owner));
    }
}
