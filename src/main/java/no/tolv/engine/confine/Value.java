package no.tolv.engine.confine;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import no.tolv.organisation.Role;

/** What an attribute or a text of a diagram or table may say; the lists in {@code resources/confine} name these. */
enum Value {
    ID("en id av bokstaver, tall, punktum, bindestrek og understrek", "[\\p{L}_][\\p{L}\\p{N}_.-]{0,199}"),
    TEXT("vanlig tekst, uten ${ og #{", Expressions::isPlain),
    NAME("et navn av bokstaver og tall", Names.PLAIN),
    FLAG("true eller false", "true|false"),
    NUMBER("et tall", "-?\\d{1,9}(\\.\\d{1,20})?"),
    COLOUR("en farge som #bbdefb", "#[0-9a-fA-F]{3,8}|[a-zA-Z]{1,20}"),
    FORMAL("tFormalExpression", "([\\w.-]+:)?tFormalExpression"),
    PERIOD("en varighet i dager som P36500D", "P?\\d{1,6}D?"),
    MOMENT(
            "navnet på ett tidspunkt som ${dueAt}, eller en fast tid som P5D eller 2027-08-16T08:00:00Z",
            text -> Names.isVariable(text) || text.matches("P[\\dYMWDTHS]{1,30}|\\d{4}-[\\dT:.Z+-]{5,30}")),
    RETRIES("pauser mellom forsøkene, som PT5M,PT1H eller R3/PT10M", "(R\\d{1,2}/)?P[\\dYMWDTHS,P]{1,100}"),
    COUNT(
            "et antall under hundre, eller navnet på én variabel som ${othersToHear}",
            text -> Names.isVariable(text) || text.matches("\\d{1,2}")),
    VARIABLE("navnet på én variabel som ${investigator}", Names::isVariable),
    LIST(
            "navnet på en liste, som measures eller ${measures}",
            text -> Names.isVariable(text) || text.matches(Names.PLAIN)),
    CONDITION(
            "en sammenligning av variabler, tall og tekster, som ${serious} eller ${count >= 2 and unit == 'aune'}",
            Expressions::isCondition),
    ROLES("roller som principal, eller navnet på én variabel som ${receiver}", Names::areRoles),
    TARGET(
            "et navn Tolv ikke selv bruker; sakens nummer, enhet, kommune og frister kan ikke skrives over",
            (text, place) -> Names.isFree(text, place.steps())),
    PASSED(
            "et navn Tolv ikke selv bruker, eller det samme navnet som i «source»",
            (text, place) -> Names.isFree(text, place.steps())
                    || text.matches(Names.PLAIN)
                            && text.equals(place.attributes().get("source"))),
    GIVEN("en kode, navnet på én variabel som ${receiver}, eller ${decisionResult[0].receiver}", Names::isGiven),
    STEP(
            "${navnet} på et av stegene i Tolv",
            (text, place) ->
                    Expressions.name(text).filter(place.steps()::isStep).isPresent()),
    LISTENER(
            "${navnet} på en av lytterne i Tolv",
            (text, place) ->
                    Expressions.name(text).filter(place.steps()::isTaskListener).isPresent()),
    PROCESS("id-en til en prosess, uten ${", Names.PLAIN),
    DECISION("id-en til en tabell, uten ${", Names.PLAIN),
    FORM("id-en til et skjema, uten ${ og uten adresse", Names.PLAIN),
    CELL(Cells.TEST_LOOKS_LIKE, Cells::isTest),
    ANSWER(Cells.ANSWER_LOOKS_LIKE, Cells::isAnswer),
    QUESTION("navnet på én variabel, som unit", Names.PLAIN);

    private final String description;
    private final BiPredicate<String, Place> test;

    Value(String description, String pattern) {
        this(description, Pattern.compile(pattern).asMatchPredicate());
    }

    Value(String description, Predicate<String> test) {
        this(description, (text, place) -> test.test(text));
    }

    Value(String description, BiPredicate<String, Place> test) {
        this.description = description;
        this.test = test;
    }

    /** What to write, as the end of a sentence. */
    String description() {
        return description;
    }

    boolean fits(String text, Place place) {
        return test.test(text, place);
    }

    /** Names in a diagram. */
    private static final class Names {

        static final String PLAIN = "[a-zA-Z][a-zA-Z0-9_]{0,99}";

        /** What the engine, the case and the floor of the law go by. */
        private static final Set<String> TAKEN = Set.of(
                "execution",
                "task",
                "externalTask",
                "caseExecution",
                "authenticatedUserId",
                "decisionResult",
                "loopCounter",
                "nrOfInstances",
                "nrOfActiveInstances",
                "nrOfCompletedInstances",
                "caseNumber",
                "unit",
                "municipality",
                "suspect",
                "reportedAt",
                "wallAt",
                "dueAt",
                "remindAt",
                "escalateAt");

        static boolean isVariable(String text) {
            return Expressions.name(text).isPresent();
        }

        static boolean isFree(String text, Delegates steps) {
            return text.matches(PLAIN) && !TAKEN.contains(text) && !steps.isKnown(text);
        }

        static boolean isGiven(String text) {
            return Expressions.isPlain(text)
                    || isVariable(text)
                    || text.matches("\\$\\{decisionResult\\[\\d{1,2}]\\." + PLAIN + "}");
        }

        static boolean areRoles(String text) {
            return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(Names::isRole);
        }

        private static boolean isRole(String text) {
            return isVariable(text)
                    || Arrays.stream(Role.values()).anyMatch(role -> role.id().equals(text));
        }
    }
}
