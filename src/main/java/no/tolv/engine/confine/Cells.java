package no.tolv.engine.confine;

import java.util.regex.Pattern;

/** What the cells of a decision table may say: values, and tests of a value against them. */
public final class Cells {

    /** Longer than any row a person can read. */
    private static final int LONGEST = 1000;

    private static final String TEXT = "\"[^\"\\\\{]*+\"";
    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,9})?";
    private static final String LITERAL = "(?:" + TEXT + "|" + NUMBER + "|true|false)";
    private static final String COMPARISON = "(?:<=?|>=?)\\s*" + NUMBER;
    private static final String RANGE = "[\\[(\\]]\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\])\\[]";
    private static final String ITEM = "(?:" + LITERAL + "|" + COMPARISON + "|" + RANGE + ")";
    private static final String ITEMS = ITEM + "(?:\\s*,\\s*" + ITEM + ")*+";

    private static final Pattern TEST = Pattern.compile("-|" + ITEMS + "|not\\s*\\(\\s*" + ITEMS + "\\s*\\)");
    private static final Pattern ANSWER = Pattern.compile(LITERAL);

    /** What to write, as the end of a sentence. */
    public static final String TEST_LOOKS_LIKE =
            "en verdi, en liste av verdier, et område som [1..5], en sammenligning som >= 2, not(\"verdi\") eller -";

    /** What to write, as the end of a sentence. */
    public static final String ANSWER_LOOKS_LIKE = "én verdi: tekst i anførselstegn, et tall, true eller false";

    private Cells() {}

    /** An input cell; an empty one holds for everything. */
    public static boolean isTest(String cell) {
        String text = cell.strip();
        return text.isEmpty() || text.length() <= LONGEST && TEST.matcher(text).matches();
    }

    /** An output cell. */
    public static boolean isAnswer(String cell) {
        String text = cell.strip();
        return text.length() <= LONGEST && ANSWER.matcher(text).matches();
    }

    /** What stands between the quotation marks. */
    public static String text(String cell) {
        return cell.replaceAll("^\"|\"$", "");
    }

    /** True for an input cell that says nothing. */
    public static boolean isAny(String cell) {
        return cell.isBlank() || cell.strip().equals("-");
    }
}
