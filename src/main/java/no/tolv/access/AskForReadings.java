package no.tolv.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.tolv.access.trace.Origins;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.NeedToKnow;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.Reading;
import no.tolv.casefile.Readings;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Hands out who has read a case: to the head of its unit, the owner, and the privacy officer, who gets nothing more. */
@Component
class AskForReadings {

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Exclusions exclusions;
    private final Organisation organisation;
    private final Readings readings;

    AskForReadings(
            CaseFiles cases,
            NeedToKnow needToKnow,
            Exclusions exclusions,
            Organisation organisation,
            Readings readings) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.exclusions = exclusions;
        this.organisation = organisation;
        this.readings = readings;
    }

    /**
     * All readings of a case, the last first; that somebody asks is one of them.
     *
     * @throws NoSuchCase when there is none, or the asker may not know who has read it
     */
    List<Reading> of(String caseNumber, String asker) {
        Optional<CaseFile> file = cases.find(caseNumber);
        boolean allowed = file.filter(found -> mayAsk(found, asker)).isPresent();
        readings.add(file.map(CaseFile::caseNumber).orElse(null), asker, "readings", allowed, Origins.current());
        if (!allowed) {
            throw new NoSuchCase();
        }
        return readings.of(caseNumber);
    }

    /** Whether an answer would be given; nothing is noted. */
    boolean mayAsk(String caseNumber, String asker) {
        return cases.find(caseNumber).filter(file -> mayAsk(file, asker)).isPresent();
    }

    private boolean mayAsk(CaseFile file, String asker) {
        String owner = organisation.unit(file.unit()).map(Unit::owner).orElse(file.unit());
        Map<String, Set<Role>> roles = organisation.rolesOf(asker);
        return isPrivacyOfficer(file, roles.getOrDefault(owner, Set.of()), asker)
                || needToKnow.of(file, asker) == View.WHOLE && leads(file, roles, owner);
    }

    private boolean isPrivacyOfficer(CaseFile file, Set<Role> atOwner, String asker) {
        return atOwner.contains(Role.PRIVACY_OFFICER)
                && !exclusions.of(file.caseNumber()).contains(asker);
    }

    private static boolean leads(CaseFile file, Map<String, Set<Role>> roles, String owner) {
        Set<Role> here = roles.getOrDefault(file.unit(), Set.of());
        return here.contains(Role.PRINCIPAL)
                || here.contains(Role.KINDERGARTEN_HEAD)
                || roles.getOrDefault(owner, Set.of()).contains(Role.OWNER);
    }
}
