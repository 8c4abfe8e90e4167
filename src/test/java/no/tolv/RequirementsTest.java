package no.tolv;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Kravene fra de fem planene")
class RequirementsTest {

    private static final List<Requirement> ROWS = Requirement.readAll();

    private final RequirementFaults faults = new RequirementFaults();

    @Test
    @DisplayName("har hver sin linje, av riktig slag")
    void everyRowHasOneLine() {
        assertThat(faults.ofRows(ROWS)).isEmpty();
        assertThat(ROWS.stream().collect(groupingBy(Requirement::plan, counting())))
                .isEqualTo(Map.of("NIT", 124L, "TRO", 115L, "HJE", 112L, "MID", 175L, "OPP", 108L));
    }

    @Test
    @DisplayName("sier hva som møter dem, hva som mangler, eller hvorfor de ikke er med")
    void statusesAreKept() {
        assertThat(faults.ofStatuses(ROWS)).isEmpty();
    }

    @Test
    @DisplayName("peker på noe som finnes")
    void placesExist() {
        assertThat(faults.ofPlaces(ROWS)).isEmpty();
    }

    @Test
    @DisplayName("nevner tester som finnes")
    void testsExist() {
        assertThat(faults.ofTests(ROWS)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @DisplayName("kan ikke endres til noe som ikke stemmer")
    @CsvSource(delimiter = '|', textBlock = """
            (?m)^NIT-01;.*\\n                          | ''                               | NIT-01 is missing
            (?m)^(NIT-02;.*\\n)                        | $1$1                             | NIT-02 has two lines
            (?m)^OPP-108;                              | OPP-109;                         | OPP-109 is not in the catalogue
            (?m)^TRO-01;process-step;                  | TRO-01;timer;                    | TRO-01 is of kind process-step
            (?m)^MID-09;form-field;met;                | MID-09;form-field;done;          | MID-09 has the unknown status done
            (?m)^NIT-07;out;out;                       | NIT-07;out;later;                | NIT-07 mixes out with something else
            (?m)^(NIT-30;.*;).*                        | $1                               | NIT-30 says no reason
            (?m)^(NIT-16;form-field;later;)            | $1README.md                      | NIT-16 says a place for what is not built
            (?m)^(NIT-39;process-step;met;)[^;]*       | $1                               | NIT-39 says no place
            (?m)^(NIT-39;process-step;met;[^;]*;)[^;]* | $1                               | NIT-39 says no test
            ActivityDutyScenarioTest#reopened          | ActivityDutyScenarioTest#closed  | NIT-92 names no test: ActivityDutyScenarioTest#closed
            InformAboutRightsTest                      | InformTest                       | HJE-90 names no test: InformTest
            forms/evaluateMeasure.form#effectSign      | forms/evaluateMeasure.form#sign  | NIT-94 points at nothing: forms/evaluateMeasure.form#sign
            methods=observationForm                    | methods=crystalBall              | OPP-83 points at nothing: forms/investigate.form#methods=crystalBall
            statement~må_stoppe_nå                     | statement~må_vente               | NIT-86 points at nothing: forms/hearOtherPupil.form#statement~må_vente
            #event_nextWeek                            | #event_nextYear                  | MID-168 points at nothing: processes/activityPlan.bpmn#event_nextYear
            evaluationInterval.dmn#MID-168             | evaluationInterval.dmn#MID-16    | MID-168 points at nothing: processes/evaluationInterval.dmn#MID-16
            no.tolv.plan.PlanChanges                   | no.tolv.plan.PlanWishes          | MID-175 points at nothing: no.tolv.plan.PlanWishes
            Responsibles#choices                       | Responsibles#wishes              | TRO-67 points at nothing: no.tolv.plan.Responsibles#wishes
            nb/activityPlan.html#changes               | nb/activityPlan.html#wishes      | MID-175 points at nothing: src/main/resources/letters/nb/activityPlan.html#wishes
            nb/activityPlan.html#planName              | nb/wishes.html                   | HJE-68 points at nothing: src/main/resources/letters/nb/wishes.html
            """)
    void brokenCopyIsRefused(String what, String by, String fault) throws IOException {
        String broken = Files.readString(Requirement.FILE).replaceFirst(what, by);
        assertThat(faults.all(Requirement.read(new StringReader(broken)))).contains(fault);
    }

    @AfterAll
    static void tally() {
        Map<String, Map<String, Long>> tally = ROWS.stream()
                .collect(groupingBy(
                        Requirement::plan, TreeMap::new, groupingBy(Requirement::status, TreeMap::new, counting())));
        tally.forEach((plan, counts) -> System.out.println(plan + " " + counts));
        System.out.println("All " + ROWS.stream().collect(groupingBy(Requirement::status, TreeMap::new, counting())));
    }
}
