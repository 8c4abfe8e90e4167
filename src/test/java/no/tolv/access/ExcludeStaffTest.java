package no.tolv.access;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.SmallMunicipality;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.contract.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class, ExcludeStaff.class})
@Transactional
@DisplayName("Hvem som kan ta hvem ut av en sak")
class ExcludeStaffTest {

    private static final String REASON = "Inhabil etter fvl. § 6";

    @Autowired
    ExcludeStaff exclude;

    @Autowired
    CaseFiles cases;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Involvements involvements;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void aCase() {
        caseNumber = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rogn-principal", "eik-owner"})
    @DisplayName("rektor og skoleeier kan, og det står i loggen med grunn")
    void leaders(String by) {
        exclude.from(caseNumber, "rogn-social-teacher", "  " + REASON + " ", by);
        assertThat(exclusions.of(caseNumber)).containsExactly("rogn-social-teacher");
        assertThat(log.entries(caseNumber)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(by);
            assertThat(entry.text()).endsWith("(rogn-social-teacher): " + REASON);
        });
    }

    @Test
    @DisplayName("styreren i en barnehage kan")
    void kindergartenHead() {
        employ("rogn-kindergarten-head", "rogn", "kindergartenHead");
        exclude.from(caseNumber, "rogn-assistant", REASON, "rogn-kindergarten-head");
        assertThat(exclusions.of(caseNumber)).containsExactly("rogn-assistant");
    }

    @Test
    @DisplayName("den som ser hele saken uten å lede enheten, kan ikke")
    void notALeader() {
        involvements.add(caseNumber, "rogn-social-teacher", Part.INVESTIGATOR);
        for (String by : new String[] {"rogn-deputy-principal", "rogn-social-teacher"}) {
            assertThatThrownBy(() -> exclude.from(caseNumber, "rogn-assistant", REASON, by))
                    .isInstanceOf(ExcludeStaff.NotALeader.class);
        }
        assertThat(exclusions.of(caseNumber)).isEmpty();
    }

    @Test
    @DisplayName("den som ikke ser saken, får ikke vite at den er der")
    void hidden() {
        exclusions.add(caseNumber, "rogn-principal", "disqualified");
        for (String by : new String[] {"rogn-principal", "hassel-principal", "rogn-assistant"}) {
            assertThatThrownBy(() -> exclude.from(caseNumber, "rogn-assistant", REASON, by))
                    .isInstanceOf(NoSuchCase.class);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ukjent", "admin"})
    @DisplayName("bare en som arbeider ved enheten eller i kommunen, kan tas ut")
    void stranger(String staff) {
        assertFault("staff", "arbeider ved enheten", staff, REASON, "rogn-principal");
    }

    @Test
    @DisplayName("også en kollega ved en annen skole i kommunen")
    void colleagueElsewhere() {
        exclude.from(caseNumber, "hassel-teacher", REASON, "rogn-principal");
        assertThat(exclusions.of(caseNumber)).containsExactly("hassel-teacher");
    }

    @Test
    @DisplayName("ikke en i en annen kommune")
    void otherMunicipality() {
        jdbc.sql("insert into unit (id, name, kind, owner_unit, letter_language, active)"
                        + " values ('osp', 'Osp kommune', 'OWNER', 'osp', 'nb', true)")
                .update();
        employ("osp-owner", "osp", "owner");
        assertFault("staff", "arbeider ved enheten", "osp-owner", REASON, "rogn-principal");
    }

    @Test
    @DisplayName("skoleeier tas bare ut av skoleeier, og aldri den siste")
    void onlyOwner() {
        assertFault("staff", "Bare skoleeier", "eik-owner", REASON, "rogn-principal");
        assertFault("staff", "Ingen hos skoleeier", "eik-owner", REASON, "eik-owner");
    }

    @Test
    @DisplayName("av to hos skoleeier kan den ene tas ut, og så ikke den andre")
    void twoOwners() {
        employ("eik-owner-too", "eik", "owner");
        exclude.from(caseNumber, "eik-owner-too", REASON, "eik-owner");
        assertThat(exclusions.of(caseNumber)).containsExactly("eik-owner-too");
        assertFault("staff", "Ingen hos skoleeier", "eik-owner", REASON, "eik-owner");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    @DisplayName("det må sies hvorfor")
    void withoutReason(String reason) {
        assertFault("reason", "hvorfor", "rogn-assistant", reason, "rogn-principal");
    }

    @Test
    @DisplayName("én gang til endrer ingenting")
    void again() {
        exclude.from(caseNumber, "rogn-assistant", REASON, "rogn-principal");
        exclude.from(caseNumber, "rogn-assistant", "En annen grunn", "rogn-principal");
        assertThat(exclusions.of(caseNumber)).containsExactly("rogn-assistant");
        assertThat(log.entries(caseNumber)).hasSize(1);
    }

    private void assertFault(String field, String sentence, String staff, String reason, String by) {
        assertThatThrownBy(() -> exclude.from(caseNumber, staff, reason, by))
                .asInstanceOf(type(FormRejected.class))
                .extracting(FormRejected::faults, list(Fault.class))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(fault.sentence()).contains(sentence);
                });
        assertThat(exclusions.of(caseNumber)).doesNotContain(String.valueOf(staff));
    }

    private void employ(String id, String unit, String role) {
        jdbc.sql("insert into staff (id, name, email, active) values (?, ?, ?, true)")
                .params(id, "Ansatt " + id, id + "@eik.invalid")
                .update();
        jdbc.sql("insert into staff_role (staff_id, unit_id, role_id) values (?, ?, ?)")
                .params(id, unit, role)
                .update();
    }
}
