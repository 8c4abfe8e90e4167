package no.tolv.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One line of a roster file; every accessor either answers or says in one sentence why it cannot. */
record RosterLine(String file, long number, Map<String, String> cells) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    String id() {
        return matching(
                "id", ID.asMatchPredicate(), "bruk bare bokstavene a–z, tall, punktum, bindestrek og understrek");
    }

    String text(String column) {
        String value = cells.get(column);
        if (value.isBlank()) {
            throw broken(column, "feltet er tomt", "fyll det ut");
        }
        if (value.length() > 200) {
            throw broken(column, "feltet er lengre enn 200 tegn", "kort det ned");
        }
        return value;
    }

    String email() {
        return matching("email", EMAIL.asMatchPredicate(), "skriv den som navn@domene");
    }

    /** The e-mail address, or an empty text when nothing is written. */
    String emailIfAny() {
        return cells.get("email").isBlank() ? "" : email();
    }

    LocalDate date(String column) {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeParseException e) {
            throw broken(column, "datoen kan ikke leses", "skriv den som år-måned-dag, for eksempel 2013-05-17");
        }
    }

    boolean yes(String column) {
        return oneOf(column, "ja", "nei").equals("ja");
    }

    String oneOf(String column, String... allowed) {
        List<String> values = Arrays.asList(allowed);
        return matching(column, values::contains, "skriv " + String.join(" eller ", values));
    }

    String matching(String column, Predicate<String> rule, String remedy) {
        String value = text(column);
        if (!rule.test(value)) {
            throw broken(column, "verdien kan ikke brukes", remedy);
        }
        return value;
    }

    /** An id that must stand in another file. */
    String known(String column, Predicate<String> known, String problem, String remedy) {
        String value = text(column);
        if (!known.test(value)) {
            throw broken(column, problem, remedy);
        }
        return value;
    }

    RosterBroken broken(String column, String problem, String remedy) {
        return new RosterBroken(file, number, column, problem, remedy);
    }
}
