package no.tolv.casefile;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class})
@RecordApplicationEvents
@DisplayName("Den som er ute, er ute av den første grunnen, og det fortelles én gang")
class ExclusionsTest {

    @Test
    @DisplayName("også når noen gjør det om igjen")
    void once(@Autowired CaseFiles cases, @Autowired Exclusions exclusions, @Autowired ApplicationEvents events) {
        String caseNumber = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
        exclusions.add(caseNumber, "rogn-principal", "suspected");
        exclusions.add(caseNumber, "rogn-principal", "disqualified");
        assertThat(exclusions.of(caseNumber)).containsExactly("rogn-principal");
        assertThat(exclusions.cases()).contains(caseNumber);
        assertThat(events.stream(Exclusions.Added.class)).containsExactly(new Exclusions.Added(caseNumber));
    }
}
