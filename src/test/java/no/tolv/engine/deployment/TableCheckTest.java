package no.tolv.engine.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tolv.engine.TableCodes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("En tabell med feil kode avvises med rad, kolonne og hva som skal stå der")
class TableCheckTest {

    private static final TableCodes READERS = new TableCodes() {
        @Override
        public Map<String, Set<String>> byOutput() {
            return Map.of(
                    "recipient", Set.of("principal", "owner", "guardians", "contactTeacher"),
                    "content", Set.of("caseReported", "ownerNotice"),
                    "recipientUnit", Set.of("unit", "owner"));
        }
    };
    private static final TableCodes ASKERS = new TableCodes() {
        @Override
        public Map<String, Set<String>> byInput() {
            return Map.of(
                    "event", Set.of("employeeSuspected", "leaderSuspected"),
                    "suspect", Set.of("pupil", "employee", "leader", "unknown", "none"),
                    "unit", Set.of("bjerk", "pikhaug", "gran"));
        }
    };

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            deadlines   | "workingHours"   | "timer"        | rad 1, kolonnen «Telles i»
            deadlines   | "owner"          | "rektor"       | rad 1, kolonnen «Løftes til»
            deadlines   | <text>4</text>   | <text>fire</text> | rad 1, kolonnen «Antall»
            deadlines   | <text>4</text>   | <text>-4</text> | rad 1, kolonnen «Antall»
            deadlines   | <text>4</text>   | <text>99999</text> | et helt tall fra 0 til 1000
            deadlines   | <text>4</text>   | <text></text>  | rad 1, kolonnen «Antall»
            deadlines   | "midtstuen"      | "midtstuen     | rad 1, kolonnen «Enhet»
            deadlines   | <text>task</text> | <text>oppgave</text> | spør etter «oppgave» i kolonnen «Oppgave»
            deadlines   | <text>task</text> | <text>task.name</text> | spør etter «task.name»
            noticeRules | "principal"      | "rektor"       | rad 1, kolonnen «Mottaker»
            noticeRules | "caseReported"   | "noe"          | rad 1, kolonnen «Innhold»
            noticeRules | <text>false</text> | <text>nei</text> | rad 1, kolonnen «Krever kvittering»
            noticeRules | <text>false</text> | <text>"false"</text> | Skriv true eller false
            caseRouting | "principal"      | "principal;owner" | kolonnen «Tar imot meldingen»
            caseRouting | "unit"           | "skole"        | Skriv en av kodene owner, unit
            """)
    void refusesWrongCells(String table, String from, String to, String told) {
        assertThatThrownBy(() -> check(READERS, table, from, to))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("«processes/" + table + ".dmn»")
                .hasMessageContaining(told);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("En rad ingen spør etter, avvises med koden, stedet og de nærmeste kodene")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            deadlines   | "receiveReport" | "recieveReport" | «recieveReport» i rad 1, kolonnen «Oppgave»
            deadlines   | "receiveReport" | "investigate", "recieveReport" | De nærmeste kodene er receiveReport,
            deadlines   | "receiveReport" | not("hearpupil") | «hearpupil» i rad
            noticeRules | "reported"      | "rapported"     | «rapported» i rad 1, kolonnen «Hendelse», men ingen spør
            caseRouting | "leader"        | "leder"         | Kodene er leader,
            """)
    void refusesRowsNobodyAsksFor(String table, String from, String to, String told) {
        assertThatThrownBy(() -> check(ASKERS, table, from, to))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("«processes/" + table + ".dmn»")
                .hasMessageContaining(told);
    }

    @Test
    @DisplayName("En enhet som ikke står i listen, stopper ikke en oppstart, men den som sender tabellen, får vite det")
    void otherUnits() {
        SourceCheck check = SourceChecks.check(ASKERS);

        check.run(List.of(shipped("caseRouting")));
        assertThatThrownBy(() -> check.requireKnownPlaces(List.of(shipped("caseRouting"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("«processes/caseRouting.dmn» har «pikhaugen» i rad 2")
                .hasMessageContaining("kolonnen «Enhet»")
                .hasMessageContaining("Kodene er pikhaug,");
        SourceChecks.check().requireKnownPlaces(List.of(shipped("caseRouting")));
    }

    @ParameterizedTest
    @CsvSource({"deadlines", "caseRouting", "planContent", "evaluationInterval"})
    @DisplayName("En tabell der første rad gjelder, skal ha en siste rad for alle")
    void wantsALastRow(String table) {
        String shipped = shipped(table).content();
        String without =
                shipped.substring(0, shipped.lastIndexOf("<rule ")) + "</decisionTable></decision></definitions>";
        assertThatThrownBy(() -> SourceChecks.run("processes/" + table + ".dmn", without))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("mangler en siste rad som gjelder alle");
    }

    private static void check(TableCodes codes, String table, String from, String to) {
        String changed = shipped(table).content().replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        SourceChecks.check(codes).run(List.of(SourceChecks.file("processes/" + table + ".dmn", changed)));
    }

    private static SourceFile shipped(String table) {
        return SourceChecks.shipped().stream()
                .filter(file -> file.endsWith("/" + table + ".dmn"))
                .findFirst()
                .orElseThrow();
    }
}
