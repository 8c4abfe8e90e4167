package no.tolv.casefile;

/** What a feature has to say of a case. One bean per chapter. */
public interface CaseChapter {

    /** What the chapter is called in the case as JSON. */
    String name();

    /** Its content, for those who may see the whole case, as records and lists that can be written as JSON. */
    Object of(String caseNumber);

    /** What in it is the person's own, for those who see their part only; null when nothing ever is. */
    default Object partOf(String caseNumber, String person) {
        return null;
    }
}
