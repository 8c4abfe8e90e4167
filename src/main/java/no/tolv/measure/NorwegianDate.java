package no.tolv.measure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as one writes it in a Norwegian sentence. */
public final class NorwegianDate {

    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.forLanguageTag("nb-NO"));

    private NorwegianDate() {}

    /** For example {@code 24. desember 2026}. */
    public static String inWords(LocalDate date) {
        return IN_WORDS.format(date);
    }
}
