package no.tolv.reading;

import java.util.stream.Collectors;
import no.tolv.casefile.Reading;
import org.springframework.stereotype.Component;

/** Tells the reviewer what was found: who, when, which cases and what; never what stands in them. */
@Component
class FindingWords {

    private static final int MOST = 40;

    private final ReadingWords words;

    FindingWords(ReadingWords words) {
        this.words = words;
    }

    String who(Finding finding) {
        return words.name(finding.reader()) + " ("
                + words.role(finding.readings().get(0)) + ")";
    }

    String what(Finding finding) {
        int more = finding.readings().size() - MOST;
        return finding.sign().told() + ":\n"
                + finding.readings().stream().limit(MOST).map(this::line).collect(Collectors.joining("\n"))
                + (more > 0 ? "\nog " + more + " til." : "");
    }

    private String line(Reading reading) {
        String number = reading.caseNumber() == null ? "Et nummer som ikke finnes" : reading.caseNumber();
        return number + ", " + ReadingWords.time(reading.at()) + ": " + words.what(reading);
    }
}
