package no.tolv.letter;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Set;
import java.util.regex.Pattern;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.NeedToKnow;
import no.tolv.organisation.Guardian;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Finds the address of a mail's recipient in the moment it is sent, and gives none when in doubt (INV-13). */
@Component
class Recipients {

    private static final Pattern ONE_ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

    private final Organisation organisation;
    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Operators operators;

    Recipients(Organisation organisation, CaseFiles cases, NeedToKnow needToKnow, Operators operators) {
        this.organisation = organisation;
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.operators = operators;
    }

    /**
     * The address the mail goes to.
     *
     * @throws Blocked when the recipient is unknown, must not be told, or has no address
     */
    String addressOf(Outbox.Mail mail) throws Blocked {
        String address = operators.addresses().contains(mail.recipient()) ? mail.recipient() : ofPerson(mail);
        require(address != null && isAddress(address), "noAddress");
        return address;
    }

    private String ofPerson(Outbox.Mail mail) throws Blocked {
        return mail.toGuardian() ? guardianAddress(mail) : staffAddress(mail);
    }

    static boolean isAddress(String address) {
        try {
            new InternetAddress(address, true);
            return ONE_ADDRESS.matcher(address).matches();
        } catch (AddressException notOne) {
            return false;
        }
    }

    private String staffAddress(Outbox.Mail mail) throws Blocked {
        Staff staff = organisation.staff(mail.recipient()).orElseThrow(() -> new Blocked("unknown"));
        require(staff.active(), "inactive");
        require(worksFor(mail.unit(), staff.id()), "noRole");
        require(!isShutOut(mail.caseNumber(), staff), "excluded");
        return staff.email();
    }

    private boolean isShutOut(String caseNumber, Staff staff) {
        return cases.find(caseNumber)
                .filter(file -> needToKnow.isShutOut(file, staff.id()))
                .isPresent();
    }

    private boolean worksFor(String unit, String staff) {
        Set<String> units = organisation.rolesOf(staff).keySet();
        return units.contains(unit)
                || organisation
                        .unit(unit)
                        .map(Unit::owner)
                        .filter(units::contains)
                        .isPresent();
    }

    private String guardianAddress(Outbox.Mail mail) throws Blocked {
        Guardian guardian = guardian(mail);
        require(guardian.parentalResponsibility(), "noParentalResponsibility");
        require(!guardian.protectedAddress(), "protectedAddress");
        return guardian.email();
    }

    /** Looks only among the guardians of the case's own pupil: nothing about one pupil goes to the guardians of another. */
    private Guardian guardian(Outbox.Mail mail) throws Blocked {
        CaseFile file = cases.find(mail.caseNumber()).orElseThrow(() -> new Blocked("unknown"));
        return organisation.guardiansOf(file.pupil()).stream()
                .filter(guardian -> guardian.id().equals(mail.recipient()))
                .findFirst()
                .orElseThrow(() -> new Blocked("unknown"));
    }

    private static void require(boolean fulfilled, String code) throws Blocked {
        if (!fulfilled) {
            throw new Blocked(code);
        }
    }
}
