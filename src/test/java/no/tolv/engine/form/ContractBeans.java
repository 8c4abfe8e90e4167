package no.tolv.engine.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFiles;
import no.tolv.engine.CaseStart;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the features would bring, for the small diagram in {@code engine-test}. */
@TestConfiguration
class ContractBeans {

    @Bean
    CaseStart testStart(CaseFiles cases) {
        return new Opening(cases);
    }

    @Bean
    FormOutcome testOutcome() {
        return new Outcome();
    }

    @Bean
    FormContent testContent() {
        return new Content();
    }

    @Bean
    FormContent startContent() {
        return new StartContent();
    }

    private record Opening(CaseFiles cases) implements CaseStart {

        @Override
        public String form() {
            return "testStart";
        }

        @Override
        public Start accept(Submission submission) {
            String unit = submission.text("pupil").replaceFirst("^p-([a-z]+)-.*", "$1");
            Instant now = Instant.now();
            String number = cases.open(unit, submission.text("pupil"), now, now.plusSeconds(60))
                    .caseNumber();
            return new Start(number, unit, Map.of("event", "newInformation"));
        }
    }

    private static class Outcome implements FormOutcome {

        @Override
        public String form() {
            return "testTask";
        }

        @Override
        public Map<String, Object> accept(Submission submission) {
            return Integer.valueOf(8).equals(submission.answers().get("weeks"))
                    ? Map.of("notDeclared", "x")
                    : Map.of("event", "serious");
        }
    }

    private static class Content implements FormContent {

        @Override
        public String form() {
            return "testTask";
        }

        @Override
        public Map<String, Object> values(FormReader reader) {
            return Map.of("known", "x".repeat(20_000), "rows", List.of(Map.of("what", "Rad")));
        }

        @Override
        public Map<String, List<Choice>> choices(FormReader reader) {
            return Map.of("staff", List.of(new Choice("midtstuen-teacher", "Lærer Gran")));
        }
    }

    private static class StartContent implements FormContent {

        @Override
        public String form() {
            return "testStart";
        }

        @Override
        public Map<String, List<Choice>> choices(FormReader reader) {
            return Map.of(
                    "pupils",
                    List.of(new Choice("p-midtstuen-01", "Elev Ekorn"), new Choice("p-hagen-01", "Elev Elg")));
        }
    }
}
