package no.tolv.casefile;

/** Who has work waiting in a case; the engine knows. */
public interface OpenWork {

    /** Whether a task of the case is the person's, or can be taken by them. */
    boolean waitsFor(String caseNumber, String person);
}
