package no.tolv.casefile;

/** What a feature has to say of a case, to those who may see all of it. One bean per chapter. */
public interface CaseChapter {

    /** What the chapter is called in the case as JSON. */
    String name();

    /** Its content, as records and lists that can be written as JSON; an empty list when there is nothing yet. */
    Object of(String caseNumber);
}
