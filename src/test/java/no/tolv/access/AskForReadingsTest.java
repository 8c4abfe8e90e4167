package no.tolv.access;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.Reading;
import no.tolv.casefile.Readings;
import no.tolv.casefile.SmallMunicipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class, AskForReadings.class})
@DisplayName("Hvem som får vite hvem som har lest en sak")
class AskForReadingsTest {

    @Autowired
    AskForReadings ask;

    @Autowired
    CaseFiles cases;

    @Autowired
    Involvements involvements;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Readings readings;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void openCase() {
        caseNumber = open("rogn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rogn-principal", "eik-owner"})
    @DisplayName("rektor og skoleeier, og at de spør, er selv en lesing")
    void leaders(String leader) {
        assertThat(ask.of(caseNumber, leader))
                .extracting(Reading::reader, Reading::what, Reading::allowed)
                .containsExactly(tuple(leader, "readings", true));
    }

    @Test
    @DisplayName("styreren i en barnehage")
    void kindergartenHead() {
        employ("rogn-kindergarten-head", "rogn", "kindergartenHead");
        assertThat(ask.of(caseNumber, "rogn-kindergarten-head")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rogn-deputy-principal", "rogn-social-teacher", "rogn-assistant", "hassel-principal", "admin"})
    @DisplayName("ingen andre, heller ikke den som ser hele saken; forsøket står igjen")
    void others(String other) {
        involvements.add(caseNumber, "rogn-social-teacher", Part.INVESTIGATOR);
        assertTurnedAway(other);
    }

    @Test
    @DisplayName("personvernombudet, som ikke ser saken, men ikke for en sak der ombudet selv er ute")
    void privacyOfficer() {
        employ("eik-privacy-officer", "eik", "privacyOfficer");
        assertThat(ask.of(caseNumber, "eik-privacy-officer")).hasSize(1);
        exclusions.add(caseNumber, "eik-privacy-officer", "disqualified");
        assertTurnedAway("eik-privacy-officer");
    }

    @Test
    @DisplayName("et personvernombud i en annen kommune, eller bare ved skolen, er ikke det her")
    void privacyOfficerElsewhere() {
        employ("rogn-privacy-officer", "rogn", "privacyOfficer");
        assertTurnedAway("rogn-privacy-officer");
    }

    @Test
    @DisplayName("ikke rektor når rektor er ute")
    void excluded() {
        exclusions.add(caseNumber, "rogn-principal", "disqualified");
        assertTurnedAway("rogn-principal");
    }

    @Test
    @DisplayName("om noen ville fått svar, kan sies uten at det blir en lesing")
    void mayAsk() {
        assertThat(ask.mayAsk(caseNumber, "rogn-principal")).isTrue();
        assertThat(ask.mayAsk(caseNumber, "rogn-assistant")).isFalse();
        assertThat(ask.mayAsk("ROGN-1999-0001", "rogn-principal")).isFalse();
        assertThat(readings.of(caseNumber)).isEmpty();
    }

    @Test
    @DisplayName("en sak som ikke finnes, er som en en ikke får vite om")
    void missing() {
        String asker = "ukjent-" + System.nanoTime();
        assertThatThrownBy(() -> ask.of("ROGN-1999-0001", asker)).isInstanceOf(NoSuchCase.class);
        assertThat(jdbc.sql("select allowed from case_reading where case_number is null and what = 'readings'"
                                + " and reader = ?")
                        .param(asker)
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
    }

    private void assertTurnedAway(String asker) {
        assertThatThrownBy(() -> ask.of(caseNumber, asker)).isInstanceOf(NoSuchCase.class);
        assertThat(readings.of(caseNumber))
                .filteredOn(reading -> reading.reader().equals(asker))
                .extracting(Reading::allowed)
                .contains(false);
    }

    private void employ(String id, String unit, String role) {
        if (jdbc.sql("select count(*) from staff where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 0) {
            jdbc.sql("insert into staff (id, name, email, active) values (?, ?, ?, true)")
                    .params(id, "Ansatt " + id, id + "@eik.invalid")
                    .update();
            jdbc.sql("insert into staff_role (staff_id, unit_id, role_id) values (?, ?, ?)")
                    .params(id, unit, role)
                    .update();
        }
    }

    private String open(String unit) {
        return cases.open(unit, "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7))).caseNumber();
    }
}
