package no.tolv.casefile;

import java.util.EnumSet;
import java.util.Set;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.organisation.Role;

/**
 * How somebody stands to one case. From these facts, and nothing else, follows what is open to them (INV-03, INV-04):
 *
 * <table>
 * <caption>Role, unit, part, exclusion and state together</caption>
 * <tr><th></th><th>while the case runs</th><th>when it has ended</th></tr>
 * <tr><td>shut out; process administrator or monitor</td><td>none</td><td>none</td></tr>
 * <tr><td>owner; head of the unit and deputy</td><td>whole</td><td>whole</td></tr>
 * <tr><td>investigator</td><td>whole</td><td>part</td></tr>
 * <tr><td>any other part that handles the case, or an open task</td><td>part</td><td>receipt</td></tr>
 * <tr><td>reporter</td><td>receipt</td><td>receipt</td></tr>
 * <tr><td>everybody else</td><td>none</td><td>none</td></tr>
 * </table>
 *
 * A part counts only for those who still work at the unit or its municipality, a report for those who still work in the
 * municipality.
 *
 * @param exists whether there is such a case
 * @param ended whether it is closed or a duplicate
 * @param anywhere roles held at any unit
 * @param atUnit roles held at the case's unit
 * @param atOwner roles held at its municipality
 * @param inMunicipality whether any role is held at a unit of the municipality
 * @param excluded whether the person is on the case's exclusion list
 * @param headExcluded whether a head of the unit is
 * @param parts parts the person has in the case
 * @param hasTask whether a task of the case waits for the person
 */
record Standing(
        boolean exists,
        boolean ended,
        Set<Role> anywhere,
        Set<Role> atUnit,
        Set<Role> atOwner,
        boolean inMunicipality,
        boolean excluded,
        boolean headExcluded,
        Set<Part> parts,
        boolean hasTask) {

    private static final Set<Role> NO_CASE_EVER = EnumSet.of(Role.PROCESS_ADMIN, Role.MONITOR);
    private static final Set<Role> LEADERS = EnumSet.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD, Role.DEPUTY_PRINCIPAL);
    private static final Set<Part> HANDLES = EnumSet.complementOf(EnumSet.of(Part.REPORTER, Part.OTHER_PUPIL));

    View view() {
        if (!exists || isShutOut() || holdsAny(anywhere, NO_CASE_EVER)) {
            return View.NONE;
        }
        if (isOwner() || isLeader()) {
            return View.WHOLE;
        }
        return worksHere() && handles() ? byPart() : byReport();
    }

    /** A deputy answers to the head of the unit, and never stands in for one who is shut out. */
    boolean isShutOut() {
        return excluded || headExcluded && isLeader() && !isOwner();
    }

    private View byPart() {
        if (parts.contains(Part.INVESTIGATOR)) {
            return ended ? View.PART : View.WHOLE;
        }
        return ended ? View.RECEIPT : View.PART;
    }

    private View byReport() {
        return parts.contains(Part.REPORTER) && inMunicipality ? View.RECEIPT : View.NONE;
    }

    private boolean handles() {
        return hasTask || parts.stream().anyMatch(HANDLES::contains);
    }

    private boolean worksHere() {
        return !atUnit.isEmpty() || !atOwner.isEmpty();
    }

    private boolean isOwner() {
        return atOwner.contains(Role.OWNER);
    }

    private boolean isLeader() {
        return holdsAny(atUnit, LEADERS);
    }

    private static boolean holdsAny(Set<Role> held, Set<Role> roles) {
        return held.stream().anyMatch(roles::contains);
    }
}
