package no.tolv.restore;

import java.util.List;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether every case's log is as it was written (INV-18). Which one is not, stands in the server's log, by number. */
@Component
class WholeLog {

    private static final Logger LOG = LoggerFactory.getLogger(WholeLog.class);

    /** How many cases there are, and how many have a log that is not as it was written. */
    record Verdict(int cases, int broken) {}

    private final CaseFiles cases;
    private final CaseLog log;

    WholeLog(CaseFiles cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    Verdict verify() {
        List<String> numbers = cases.numbers();
        List<String> broken = numbers.stream()
                .filter(number -> log.firstBroken(number).isPresent())
                .toList();
        if (!broken.isEmpty()) {
            LOG.error("Loggen er ikke slik den ble skrevet i sakene {}.", String.join(", ", broken));
        }
        return new Verdict(numbers.size(), broken.size());
    }
}
