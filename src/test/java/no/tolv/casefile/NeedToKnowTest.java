package no.tolv.casefile;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.organisation.Organisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class})
@DisplayName("Hvem som får vite om en sak")
class NeedToKnowTest {

    @Autowired
    CaseFiles cases;

    @Autowired
    Involvements involvements;

    @Autowired
    Exclusions exclusions;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    Organisation organisation;

    @Autowired
    ObjectProvider<OpenWork> work;

    private CaseFile file;

    @BeforeEach
    void openCase() {
        file = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
    }

    @Test
    @DisplayName("ledelsen ved skolen og skoleeier ser den, andre ansatte ikke")
    void opensForTheLeaders() {
        assertThat(view("rogn-principal")).isEqualTo(View.WHOLE);
        assertThat(view("rogn-deputy-principal")).isEqualTo(View.WHOLE);
        assertThat(view("eik-owner")).isEqualTo(View.WHOLE);
        assertThat(view("rogn-social-teacher")).isEqualTo(View.NONE);
        assertThat(view("hassel-principal")).isEqualTo(View.NONE);
        assertThat(view("ukjent")).isEqualTo(View.NONE);
        assertThat(view(null)).isEqualTo(View.NONE);
    }

    @Test
    @DisplayName("den som har en oppgave i saken ser den, melderen bare at den er mottatt")
    void opensForThoseInvolved() {
        involvements.add(file.caseNumber(), "rogn-social-teacher", Part.INVESTIGATOR);
        involvements.add(file.caseNumber(), "rogn-assistant", Part.REPORTER);
        involvements.add(file.caseNumber(), "rogn-contact-teacher", Part.TALKS_WITH_PUPIL);
        assertThat(view("rogn-social-teacher")).isEqualTo(View.WHOLE);
        assertThat(view("rogn-contact-teacher")).isEqualTo(View.PART);
        assertThat(view("rogn-assistant")).isEqualTo(View.RECEIPT);
    }

    @Test
    @DisplayName("den som har skiftet skole, tar ikke saken med seg")
    void staysAtTheSchool() {
        involvements.add(file.caseNumber(), "hassel-teacher", Part.INVESTIGATOR);
        involvements.add(file.caseNumber(), "hassel-principal", Part.REPORTER);
        assertThat(view("hassel-teacher")).isEqualTo(View.NONE);
        assertThat(view("hassel-principal")).isEqualTo(View.RECEIPT);
    }

    @Test
    @DisplayName("en sak som er slutt, er igjen bare ledelsens og eierens")
    void closesWithTheCase() {
        involvements.add(file.caseNumber(), "rogn-social-teacher", Part.INVESTIGATOR);
        involvements.add(file.caseNumber(), "rogn-contact-teacher", Part.TALKS_WITH_PUPIL);
        cases.setStatus(file.caseNumber(), CaseFile.Status.CLOSED);
        file = cases.find(file.caseNumber()).orElseThrow();
        assertThat(view("rogn-principal")).isEqualTo(View.WHOLE);
        assertThat(view("rogn-social-teacher")).isEqualTo(View.PART);
        assertThat(view("rogn-contact-teacher")).isEqualTo(View.RECEIPT);
    }

    @Test
    @DisplayName("en oppgave som venter, åpner sin del for den den venter på, og aldri hele saken")
    void opensForTheTask() {
        OpenWork waiting =
                (caseNumber, person) -> caseNumber.equals(file.caseNumber()) && person.equals("rogn-social-teacher");
        ObjectProvider<OpenWork> tasks =
                new StaticListableBeanFactory(Map.of("waiting", waiting)).getBeanProvider(OpenWork.class);
        NeedToKnow withTasks = new NeedToKnow(organisation, cases, involvements, exclusions, tasks);
        assertThat(withTasks.of(file, "rogn-social-teacher")).isEqualTo(View.PART);
        assertThat(withTasks.isWholeFor(file, "rogn-social-teacher")).isFalse();
        assertThat(withTasks.of(file, "rogn-assistant")).isEqualTo(View.NONE);
        assertThat(view("rogn-social-teacher")).isEqualTo(View.NONE);
    }

    @Test
    @DisplayName("kan det ikke avgjøres, er svaret nei")
    void failsClosed() {
        CaseFile broken = new CaseFile(
                null, "rogn", "elev-ekorn", NOW, NOW, NOW.plus(Duration.ofDays(7)), 1, CaseFile.Status.RECEIVED);
        NeedToKnow withoutFacts = new NeedToKnow(null, cases, involvements, exclusions, work);
        assertThat(withoutFacts.of(broken, "rogn-principal")).isEqualTo(View.NONE);
        assertThat(withoutFacts.of(file, "eik-owner")).isEqualTo(View.NONE);
    }

    @Test
    @DisplayName("en utestengt ser den aldri, og stedfortrederen ikke når rektor er utestengt")
    void closesForTheExcluded() {
        involvements.add(file.caseNumber(), "rogn-principal", Part.INVESTIGATOR);
        exclusions.add(file.caseNumber(), "rogn-principal", "suspected");
        assertThat(view("rogn-principal")).isEqualTo(View.NONE);
        assertThat(view("rogn-deputy-principal")).isEqualTo(View.NONE);
        assertThat(view("eik-owner")).isEqualTo(View.WHOLE);
        assertThat(needToKnow.openCasesOf("rogn-principal")).doesNotContain(file);
        assertThat(needToKnow.isShutOut(file, "rogn-deputy-principal")).isTrue();
        assertThat(needToKnow.isShutOut(file, "eik-owner")).isFalse();
    }

    @Test
    @DisplayName("prosessadministratoren ser aldri en sak")
    void neverOpensForTheProcessAdministrator() {
        involvements.add(file.caseNumber(), "admin", Part.INVESTIGATOR);
        assertThat(view("admin")).isEqualTo(View.NONE);
    }

    @Test
    @DisplayName("en sak hos skoleeier vises ikke for noen ved skolen")
    void keepsTheOwnersCaseFromTheSchool() {
        CaseFile atOwner = cases.open("eik", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
        assertThat(needToKnow.of(atOwner, "rogn-principal")).isEqualTo(View.NONE);
        assertThat(needToKnow.of(atOwner, "rogn-contact-teacher")).isEqualTo(View.NONE);
        assertThat(needToKnow.openCasesOf("eik-owner")).contains(atOwner, file);
        assertThat(needToKnow.openCasesOf("rogn-principal")).contains(file).doesNotContain(atOwner);
    }

    @Test
    @DisplayName("lista over åpne saker har ikke de avsluttede")
    void listsOnlyOpenCases() {
        involvements.add(file.caseNumber(), "rogn-social-teacher", Part.INVESTIGATOR);
        assertThat(needToKnow.openCasesOf("rogn-social-teacher")).contains(file);
        cases.setStatus(file.caseNumber(), CaseFile.Status.CLOSED);
        assertThat(needToKnow.openCasesOf("rogn-social-teacher"))
                .extracting(CaseFile::caseNumber)
                .doesNotContain(file.caseNumber());
    }

    private View view(String person) {
        return needToKnow.of(file, person);
    }
}
