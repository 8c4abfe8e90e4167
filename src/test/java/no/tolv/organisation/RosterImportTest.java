package no.tolv.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Enheter, ansatte og elever leses inn ved oppstart")
class RosterImportTest {

    private static final String UNITS = """
            id;name;kind;owner;language
            skogdal;Skogdal kommune;owner;skogdal;nb
            bjerk;Bjerk skole;school;skogdal;nn
            """;
    private static final String STAFF = """
            id;name;email;roles
            eier;Kommunalsjef Asp;eier@example.invalid;skogdal.owner
            kari;Lærer Lønn;kari@example.invalid;bjerk.contactTeacher|bjerk.gradeLeader
            ola;Lærer Alm;ola@example.invalid;bjerk.teacher
            admin;Ansvarlig Einer;admin@example.invalid;all.processAdmin
            """;
    private static final String PUPILS = """
            id;name;unit;grade;born;contactTeacher
            p-1;Elev Ekorn;bjerk;8;2013-05-17;kari
            """;
    private static final String GUARDIANS = """
            id;pupil;name;email;parentalResponsibility;protectedAddress
            g-1;p-1;Foresatt Ekorn;g-1@example.invalid;ja;nei
            g-2;p-1;Foresatt Elg;;nei;ja
            """;

    @TempDir
    Path folder;

    private final RosterDatabase database = new RosterDatabase();
    private final Organisation organisation = database.organisation();

    @BeforeEach
    void writeRoster() throws IOException {
        write("units.csv", UNITS);
        write("staff.csv", STAFF);
        write("pupils.csv", PUPILS);
        write("guardians.csv", GUARDIANS);
    }

    @Test
    @DisplayName("Alt som står i filene, er å finne igjen")
    void readsEverything() {
        database.read(folder);

        assertThat(organisation.units()).extracting(Unit::id).containsExactly("skogdal", "bjerk");
        assertThat(organisation.unit("bjerk"))
                .contains(new Unit("bjerk", "Bjerk skole", Unit.Kind.SCHOOL, "skogdal", "nn"));
        assertThat(organisation.pupilsOf("bjerk"))
                .containsExactly(new Pupil("p-1", "Elev Ekorn", "bjerk", "8", LocalDate.of(2013, 5, 17), "kari"));
        assertThat(organisation.guardiansOf("p-1"))
                .containsExactly(
                        new Guardian("g-1", "p-1", "Foresatt Ekorn", "g-1@example.invalid", true, false),
                        new Guardian("g-2", "p-1", "Foresatt Elg", "", false, true));
        assertThat(organisation.inRole("bjerk", Role.GRADE_LEADER))
                .containsExactly(new Staff("kari", "Lærer Lønn", "kari@example.invalid", true));
    }

    @Test
    @DisplayName("Den som arbeider ved en enhet, er ansatt der uten at noen skriver det")
    void everybodyIsEmployee() {
        database.read(folder);

        assertThat(organisation.staffOf("bjerk")).extracting(Staff::id).containsExactly("ola", "kari");
        assertThat(organisation.rolesOf("ola")).isEqualTo(Map.of("bjerk", Set.of(Role.TEACHER, Role.EMPLOYEE)));
        assertThat(organisation.rolesOf("admin")).isEqualTo(Map.of("all", Set.of(Role.PROCESS_ADMIN)));
        assertThat(organisation.holders().get("bjerk").get(Role.EMPLOYEE)).containsOnly("kari", "ola");
    }

    @Test
    @DisplayName("Den som er tatt ut av listen, er borte fra rollene, men saker kan fortsatt vise til henne")
    void thoseWhoLeaveBecomeInactive() throws IOException {
        database.read(folder);
        write("staff.csv", STAFF.replaceFirst("ola;.*\n", ""));
        write("guardians.csv", GUARDIANS.replaceFirst("g-2;.*\n", ""));
        database.read(folder);

        assertThat(organisation.staff("ola")).get().returns(false, Staff::active);
        assertThat(organisation.rolesOf("ola")).isEmpty();
        assertThat(organisation.staffOf("bjerk")).extracting(Staff::id).containsExactly("kari");
        assertThat(organisation.guardiansOf("p-1")).extracting(Guardian::id).containsExactly("g-1");
    }

    @Test
    @DisplayName("Samme liste to ganger gir samme resultat, og den som kommer tilbake, er aktiv igjen")
    void canBeReadAgain() throws IOException {
        database.read(folder);
        write("staff.csv", STAFF.replaceFirst("ola;.*\n", ""));
        database.read(folder);
        write("staff.csv", STAFF);
        database.read(folder);
        database.read(folder);

        assertThat(organisation.staffOf("bjerk")).extracting(Staff::id).containsExactly("ola", "kari");
        assertThat(organisation.guardiansOf("p-1")).hasSize(2);
    }

    @Test
    @DisplayName("En feil i den siste filen gjør at heller ikke de andre leses inn")
    void allOrNothing() throws IOException {
        database.read(folder);
        write("units.csv", UNITS + "gran;Gran skole;school;skogdal;nb\n");
        write("guardians.csv", GUARDIANS + "g-3;p-9;Foresatt Rev;;ja;nei\n");

        assertThatThrownBy(() -> database.read(folder)).isInstanceOf(RosterBroken.class);
        assertThat(organisation.unit("gran")).isEmpty();
    }

    @ParameterizedTest(name = "{4}")
    @DisplayName("En feil sies med fil, linje, kolonne og råd, uten navn på noen")
    @CsvSource(delimiter = '¤', textBlock = """
                    staff.csv ¤ ;email; ¤ ;epost; ¤ staff.csv, linje 1, kolonnen «email» ¤ kolonnen mangler
                    staff.csv ¤ bjerk.teacher ¤ furu.teacher ¤ staff.csv, linje 4, kolonnen «roles» ¤ enheten finnes ikke
                    staff.csv ¤ bjerk.teacher ¤ bjerk.trollmann ¤ staff.csv, linje 4, kolonnen «roles» ¤ rollen finnes ikke
                    staff.csv ¤ bjerk.teacher ¤ teacher ¤ staff.csv, linje 4, kolonnen «roles» ¤ en rolle er ikke skrevet som enhet.rolle
                    staff.csv ¤ bjerk.teacher ¤ all.teacher ¤ staff.csv, linje 4, kolonnen «roles» ¤ rollen hører ikke hjemme
                    staff.csv ¤ ola;Lærer ¤ kari;Lærer ¤ staff.csv, linje 4, kolonnen «id» ¤ samme id står på linje 3
                    staff.csv ¤ ola@example.invalid ¤ olaexample ¤ staff.csv, linje 4, kolonnen «email» ¤ verdien kan ikke brukes
                    staff.csv ¤ ola;Lærer Alm; ¤ ola;; ¤ staff.csv, linje 4, kolonnen «name» ¤ feltet er tomt
                    staff.csv ¤ skogdal.owner ¤ skogdal.ownerAdviser ¤ staff.csv: ¤ ingen har rollen owner
                    units.csv ¤ school;skogdal ¤ school;furudal ¤ units.csv, linje 3, kolonnen «owner» ¤ kommunen finnes ikke
                    units.csv ¤ school;skogdal ¤ barneskole;skogdal ¤ units.csv, linje 3, kolonnen «kind» ¤ verdien kan ikke brukes
                    units.csv ¤ bjerk; ¤ Bjerk.1; ¤ units.csv, linje 3, kolonnen «id» ¤ verdien kan ikke brukes
                    pupils.csv ¤ bjerk ¤ furu ¤ pupils.csv, linje 2, kolonnen «unit» ¤ enheten finnes ikke
                    pupils.csv ¤ kari ¤ eier ¤ pupils.csv, linje 2, kolonnen «contactTeacher» ¤ kontaktlæreren finnes ikke
                    pupils.csv ¤ 2013-05-17 ¤ 17.05.2013 ¤ pupils.csv, linje 2, kolonnen «born» ¤ datoen kan ikke leses
                    pupils.csv ¤ ;8; ¤ ; ¤ pupils.csv, linje 2, kolonnen «contactTeacher» ¤ linjen har 5 felter
                    guardians.csv ¤ g-2;p-1 ¤ g-2;p-2 ¤ guardians.csv, linje 3, kolonnen «pupil» ¤ eleven finnes ikke
                    guardians.csv ¤ ;ja;nei ¤ ;yes;nei ¤ guardians.csv, linje 2, kolonnen «parentalResponsibility» ¤ skriv ja eller nei
                    """)
    void brokenFiles(String file, String sound, String broken, String where, String what) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(sound);
        write(file, text.replace(sound, broken));

        assertThatThrownBy(() -> database.read(folder))
                .isInstanceOf(RosterBroken.class)
                .hasMessageStartingWith(where)
                .hasMessageContaining(what)
                .hasMessageNotContainingAny("Alm", "Ekorn", "Lønn", "example.invalid")
                .hasMessageEndingWith(".");
        assertThat(organisation.units()).isEmpty();
    }

    @Test
    @DisplayName("En fil som mangler, er tom eller ikke er UTF-8, nevnes ved navn")
    void unreadableFiles() throws IOException {
        Files.write(folder.resolve("pupils.csv"), PUPILS.replace("Ekorn", "Ørn").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> database.read(folder))
                .hasMessageStartingWith("pupils.csv: filen er ikke lagret som UTF-8");
        write("pupils.csv", "");
        assertThatThrownBy(() -> database.read(folder)).hasMessageStartingWith("pupils.csv: filen er tom");
        Files.delete(folder.resolve("pupils.csv"));
        assertThatThrownBy(() -> database.read(folder)).hasMessageStartingWith("pupils.csv: filen finnes ikke");
    }

    @Test
    @DisplayName("En mappe som ikke er oppgitt, nevnes med innstillingens navn")
    void missingSetting() {
        assertThatThrownBy(() -> database.read("")).hasMessageContaining("«tolv.roster»");
    }

    @Test
    @DisplayName("Filer fra et regneark – med BOM, CRLF, tomme linjer og uten linjeskift til slutt – kan leses")
    void spreadsheetFiles() throws IOException {
        write("pupils.csv", "\uFEFF" + PUPILS.strip().replace("\n", "\r\n\r\n"));
        database.read(folder);
        assertThat(organisation.pupilsOf("bjerk")).hasSize(1);

        write("pupils.csv", PUPILS.strip().replace("\n", "\n\n").replace("2013", "13"));
        assertThatThrownBy(() -> database.read(folder)).hasMessageStartingWith("pupils.csv, linje 3,");
    }

    @Test
    @DisplayName("Demolisten har enhetene, rollene og elevene den skal ha")
    void demoRoster() {
        database.read(RosterDatabase.DEMO);

        assertThat(organisation.units()).hasSize(10);
        List<Unit> units = organisation.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.OWNER)
                .toList();
        assertThat(units)
                .allSatisfy(unit -> assertThat(organisation.pupilsOf(unit.id())).hasSize(8));
        assertThat(organisation.staff("trosterud-contact-teacher")).isPresent();
        assertThat(organisation.inRole("pikhaugen", Role.KINDERGARTEN_HEAD)).hasSize(1);
        assertThat(organisation.unit("aune")).get().returns("nn", Unit::language);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
