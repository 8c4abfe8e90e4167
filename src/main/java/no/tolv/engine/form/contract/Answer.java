package no.tolv.engine.form.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns one raw answer into the type its field promises, or says why it does not fit. Null is an answer left empty. */
final class Answer {

    /** Far above what anybody writes by hand; there only so that one answer cannot fill the database. */
    private static final int LONGEST = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answer() {}

    static Object of(FormField field, Object raw) {
        if (isEmpty(raw)) {
            return null;
        }
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, raw);
            case NUMBER -> number(field, raw);
            case SELECT, RADIO -> code(raw);
            case CHECKBOX -> yesOrNo(raw);
            case CHECKLIST, TAGLIST -> codes(raw);
            case DATETIME -> moment(field, raw);
            case DYNAMICLIST -> list(raw);
        };
    }

    private static boolean isEmpty(Object raw) {
        return raw == null
                || raw instanceof String text && text.isBlank()
                || raw instanceof List<?> list && list.isEmpty();
    }

    private static String text(FormField field, Object raw) {
        if (!(raw instanceof String || raw instanceof Number)) {
            throw new WrongAnswer("skal være tekst.");
        }
        String text = raw.toString();
        checkLength(field, text);
        checkPattern(field, text);
        return text;
    }

    private static void checkLength(FormField field, String text) {
        int shortest = field.rule("minLength").asInt(0);
        int longest = Math.min(field.rule("maxLength").asInt(LONGEST), LONGEST);
        if (text.length() < shortest) {
            throw new WrongAnswer("må ha minst " + shortest + " tegn.");
        }
        if (text.length() > longest) {
            throw new WrongAnswer("kan ikke ha mer enn " + longest + " tegn.");
        }
    }

    private static void checkPattern(FormField field, String text) {
        String pattern = field.rule("pattern").asText("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            throw new WrongAnswer("er ikke skrevet på riktig måte.");
        }
    }

    private static Number number(FormField field, Object raw) {
        BigDecimal number = decimal(raw);
        if (field.rule("min").isNumber() && number.compareTo(field.rule("min").decimalValue()) < 0) {
            throw new WrongAnswer(
                    "kan ikke være mindre enn " + field.rule("min").asText() + ".");
        }
        if (field.rule("max").isNumber() && number.compareTo(field.rule("max").decimalValue()) > 0) {
            throw new WrongAnswer(
                    "kan ikke være større enn " + field.rule("max").asText() + ".");
        }
        return asWritten(number);
    }

    private static BigDecimal decimal(Object raw) {
        try {
            return new BigDecimal(raw.toString().strip());
        } catch (NumberFormatException e) {
            throw new WrongAnswer("skal være et tall.");
        }
    }

    private static Number asWritten(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean small = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        if (whole && small) {
            return number.intValue();
        }
        return number.doubleValue();
    }

    private static Boolean yesOrNo(Object raw) {
        if (raw instanceof Boolean answer) {
            return answer;
        }
        if (raw.equals("true") || raw.equals("false")) {
            return Boolean.valueOf((String) raw);
        }
        throw new WrongAnswer("skal være krysset av eller ikke.");
    }

    private static String code(Object raw) {
        if (raw instanceof String || raw instanceof Number || raw instanceof Boolean) {
            return raw.toString();
        }
        throw new WrongAnswer("skal være ett av valgene.");
    }

    private static List<String> codes(Object raw) {
        return list(raw).stream().map(Answer::code).distinct().toList();
    }

    private static String moment(FormField field, Object raw) {
        String kind = field.json().path("subtype").asText("date");
        try {
            return switch (kind) {
                case "time" -> time(raw.toString());
                case "datetime" -> dateTime(raw.toString());
                default ->
                    LocalDate.parse(raw.toString().replaceFirst("T00:00.*$", ""))
                            .toString();
            };
        } catch (DateTimeException e) {
            throw new WrongAnswer(kind.equals("time") ? "skal være et klokkeslett." : "skal være en dato som finnes.");
        }
    }

    private static String time(String text) {
        LocalTime.parse(text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", ""));
        return text;
    }

    private static String dateTime(String text) {
        if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")) {
            OffsetDateTime.parse(text);
        } else {
            LocalDateTime.parse(text);
        }
        return text;
    }

    private static List<?> list(Object raw) {
        if (raw instanceof List<?> list) {
            return list;
        }
        if (raw instanceof String text && text.strip().startsWith("[")) {
            return fromJson(text);
        }
        throw new WrongAnswer("skal være en liste.");
    }

    private static List<?> fromJson(String text) {
        try {
            return JSON.readValue(text, ArrayList.class);
        } catch (JsonProcessingException e) {
            throw new WrongAnswer("skal være en liste.");
        }
    }

    /** A row of a repeated list. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> row(Object raw) {
        if (raw instanceof Map<?, ?> row) {
            return (Map<String, Object>) row;
        }
        throw new WrongAnswer("skal være en liste med rader.");
    }
}
