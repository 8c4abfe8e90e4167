package no.tolv.engine.hidden;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.SmallMunicipality;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class, Watchers.class})
@Transactional
@DisplayName("Hvem som må holdes unna en sak de ellers kunne sett")
class WatchersTest {

    private static final String ELSEWHERE = "hassel-principal";

    @Autowired
    Watchers watchers;

    @Autowired
    CaseFiles cases;

    @Autowired
    Exclusions exclusions;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("ingen når alle som leder noe her, skal se saken; den trenger ikke å etterses")
    void nobody() {
        String caseNumber = open("rogn");
        assertThat(watchers.barredFrom(caseNumber)).isEmpty();
        assertThat(watchers.casesToCheck()).doesNotContain(caseNumber);
        assertThat(watchers.barredFrom("ROGN-1999-0001")).isEmpty();
    }

    @Test
    @DisplayName("den som er tatt ut av den, også om det er noen som ikke leder noe")
    void excluded() {
        String caseNumber = open("rogn");
        exclusions.add(caseNumber, "rogn-principal", "disqualified");
        exclusions.add(caseNumber, "rogn-assistant", "disqualified");
        assertThat(watchers.barredFrom(caseNumber)).containsExactlyInAnyOrder("rogn-principal", "rogn-assistant");
        assertThat(watchers.casesToCheck()).containsOnlyOnce(caseNumber);
    }

    @Test
    @DisplayName("den som leder en skole og underviser ved en annen")
    void leaderElsewhere() {
        String here = open("rogn");
        String there = open("hassel");
        worksAlso(ELSEWHERE, "rogn", "teacher");
        assertThat(watchers.barredFrom(here)).containsExactly(ELSEWHERE);
        assertThat(watchers.barredFrom(there)).isEmpty();
        assertThat(watchers.casesToCheck()).contains(here).doesNotContain(there);
    }

    @Test
    @DisplayName("og den som gjør det hos kommunen, for alle skolene der")
    void leaderAtOwner() {
        String caseNumber = open("rogn");
        worksAlso(ELSEWHERE, "eik", "ownerAdviser");
        assertThat(watchers.barredFrom(caseNumber)).containsExactly(ELSEWHERE);
    }

    private void worksAlso(String staff, String unit, String role) {
        jdbc.sql("insert into staff_role (staff_id, unit_id, role_id) values (?, ?, ?)")
                .params(staff, unit, role)
                .update();
    }

    private String open(String unit) {
        return cases.open(unit, "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7))).caseNumber();
    }
}
