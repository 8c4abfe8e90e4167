package no.tolv.access;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.Reading;
import no.tolv.casefile.Readings;
import no.tolv.casefile.SmallMunicipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class, CaseAccess.class})
@DisplayName("En sak åpnes for den som skal se den, og hvert forsøk står igjen")
class CaseAccessTest {

    @Autowired
    CaseAccess access;

    @Autowired
    CaseFiles cases;

    @Autowired
    Involvements involvements;

    @Autowired
    Readings readings;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void aCase() {
        caseNumber = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
        involvements.add(caseNumber, "rogn-contact-teacher", Part.TALKS_WITH_PUPIL);
        involvements.add(caseNumber, "rogn-assistant", Part.REPORTER);
    }

    @Test
    @DisplayName("hver får sin del av den")
    void opens() {
        assertThat(opened("rogn-principal")).isEqualTo(View.WHOLE);
        assertThat(opened("rogn-contact-teacher")).isEqualTo(View.PART);
        assertThat(opened("rogn-assistant")).isEqualTo(View.RECEIPT);
        assertThatThrownBy(() -> opened("rogn-social-teacher")).isInstanceOf(NoSuchCase.class);
        assertNoted("rogn-assistant", true);
        assertNoted("rogn-social-teacher", false);
    }

    @Test
    @DisplayName("det som er for dem som ser alt, får ingen andre")
    void opensTheWhole() {
        assertThat(whole("rogn-principal")).isEqualTo(caseNumber);
        assertThatThrownBy(() -> whole("rogn-contact-teacher")).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> whole("rogn-assistant")).isInstanceOf(NoSuchCase.class);
        assertNoted("rogn-principal", true);
        assertNoted("rogn-contact-teacher", false);
    }

    @Test
    @DisplayName("det som ikke er i saken, er som en sak som ikke finnes; den som spurte, slapp inn")
    void nothingThere() {
        assertThatThrownBy(() -> access.open(caseNumber, "rogn-principal", "document", any -> Optional.empty()))
                .isInstanceOf(NoSuchCase.class);
        assertNoted("rogn-principal", true);
    }

    @Test
    @DisplayName("et forsøk på en sak som ikke finnes, står uten saksnummer")
    void missing() {
        String what = "guess-" + System.nanoTime();
        assertThatThrownBy(() -> access.open("ROGN-1999-0001", "rogn-principal", what, Optional::of))
                .isInstanceOf(NoSuchCase.class);
        assertThat(jdbc.sql("select allowed from case_reading where what = ? and case_number is null")
                        .param(what)
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
    }

    private View opened(String reader) {
        return access.open(caseNumber, reader, "case", opened -> Optional.of(opened.view()));
    }

    private String whole(String reader) {
        return access.openWhole(caseNumber, reader, "case", file -> Optional.of(file.caseNumber()));
    }

    private void assertNoted(String reader, boolean allowed) {
        assertThat(readings.of(caseNumber))
                .filteredOn(reading -> reading.reader().equals(reader))
                .extracting(Reading::allowed)
                .containsExactly(allowed);
    }
}
