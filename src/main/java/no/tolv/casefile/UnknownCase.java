package no.tolv.casefile;

/** A step was taken in a case that does not exist: we are wrong, not the user. */
public class UnknownCase extends IllegalStateException {

    UnknownCase(String caseNumber) {
        super("Det finnes ingen sak med nummeret «" + caseNumber + "».");
    }
}
