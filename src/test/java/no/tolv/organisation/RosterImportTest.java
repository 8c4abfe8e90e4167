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
import java.util.regex.Matcher;
import no.tolv.organisation.provider.ProviderRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    @DisplayName(
            "Den som heter noe annet hos en innloggingstjeneste, blir kjent igjen der, og databasen røper ikke hva")
    void loginsElsewhere() throws IOException {
        write("staff.csv", withLogins("idporten:01010112345|entra:8f3c-1", "idporten:02020212345"));
        database.read(folder);
        database.read(folder);

        ProviderRoster providers = database.providerRoster();
        assertThat(providers.staff("idporten", "01010112345")).contains("kari");
        assertThat(providers.staff("entra", "8f3c-1")).contains("kari");
        assertThat(providers.staff("idporten", "02020212345")).contains("ola");
        assertThat(providers.staff("entra", "01010112345")).isEmpty();
        assertThat(stored("staff_login")).hasSize(3).noneMatch(row -> row.contains("01010112345"));

        write("staff.csv", STAFF);
        database.read(folder);
        assertThat(providers.staff("idporten", "01010112345")).isEmpty();
    }

    @Test
    @DisplayName("En gruppe hos innloggingstjenesten bekrefter rollen ved én enhet, og ingen andre")
    void groups() throws IOException {
        write("groups.csv", """
                group;roles
                entra:Rektorer på Bjerk;bjerk.principal|bjerk.gradeLeader
                entra:administratorer;all.processAdmin
                """);
        database.read(folder);

        ProviderRoster providers = database.providerRoster();
        assertThat(providers.confirmed("entra", List.of("Rektorer på Bjerk", "noe annet")))
                .containsOnly("bjerk.principal", "bjerk.gradeLeader");
        assertThat(providers.confirmed("idporten", List.of("Rektorer på Bjerk")))
                .isEmpty();
        assertThat(providers.unconfirmed("entra", List.of("bjerk.principal", "bjerk.teacher"), List.of()))
                .containsOnly("bjerk.principal");
        assertThat(providers.unconfirmed("idporten", List.of("bjerk.principal"), List.of()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("En feil i en gruppe sies med fil, linje og kolonne")
    @CsvSource(delimiter = '¤', textBlock = """
                    entra:x;furu.principal ¤ groups.csv, linje 2, kolonnen «roles»: enheten finnes ikke
                    entra:x;bjerk.sjef ¤ groups.csv, linje 2, kolonnen «roles»: rollen finnes ikke
                    x;bjerk.principal ¤ groups.csv, linje 2, kolonnen «group»: verdien er ikke skrevet som
                    feide:x;bjerk.principal ¤ groups.csv, linje 2, kolonnen «group»: innloggingstjenesten «feide» er ikke satt opp
                    ;bjerk.principal ¤ groups.csv, linje 2, kolonnen «group»: feltet er tomt
                    """)
    void brokenGroups(String line, String sentence) throws IOException {
        write("groups.csv", "group;roles\n" + line + "\n");

        assertThatThrownBy(() -> database.read(folder))
                .isInstanceOf(RosterBroken.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith(".");
    }

    @Test
    @DisplayName("Samme gruppe to ganger i filen blir ikke gjettet på")
    void sameGroupTwice() throws IOException {
        write("groups.csv", "group;roles\nentra:x;bjerk.principal\nentra:x;bjerk.teacher\n");

        assertThatThrownBy(() -> database.read(folder))
                .hasMessageStartingWith("groups.csv, linje 3, kolonnen «group»: samme group står på linje 2");
    }

    @ParameterizedTest(name = "{2}")
    @DisplayName("En innlogging som ikke kan brukes, sies med linje og uten å gjengi den")
    @CsvSource(delimiter = '¤', textBlock = """
                    01010112345 ¤ '' ¤ staff.csv, linje 3, kolonnen «login»: verdien er ikke skrevet som
                    idporten: ¤ '' ¤ staff.csv, linje 3, kolonnen «login»: verdien er ikke skrevet som
                    idporten:010101 12345 ¤ '' ¤ staff.csv, linje 3, kolonnen «login»: verdien er ikke skrevet som
                    feide:01010112345 ¤ '' ¤ staff.csv, linje 3, kolonnen «login»: innloggingstjenesten «feide» er ikke satt opp
                    idporten:01010112345 ¤ entra:1|idporten:01010112345 ¤ staff.csv, linje 4, kolonnen «login»: samme innlogging står på linje 3
                    idporten:ola ¤ '' ¤ staff.csv, linje 3, kolonnen «login»: verdien er id-en på linje 4
                    """)
    void brokenLogins(String karis, String olas, String sentence) throws IOException {
        write("staff.csv", withLogins(karis, olas));

        assertThatThrownBy(() -> database.read(folder))
                .isInstanceOf(RosterBroken.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("12345")
                .hasMessageEndingWith(".");
    }

    @Test
    @DisplayName("Uten nøkkel blir ingen innlogging lagret")
    void loginsNeedAKey() throws IOException {
        write("staff.csv", withLogins("idporten:01010112345", ""));

        assertThatThrownBy(() -> database.without("tolv.roster.key").read(folder))
                .hasMessageStartingWith(
                        "staff.csv, linje 3, kolonnen «login»: innstillingen «tolv.roster.key» mangler");
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

    private static String withLogins(String karis, String olas) {
        return STAFF.replaceAll("(?m)$", ";")
                .replaceFirst("roles;", "roles;login")
                .replaceFirst("(?m)^(kari.*)$", "$1" + Matcher.quoteReplacement(karis))
                .replaceFirst("(?m)^(ola.*)$", "$1" + Matcher.quoteReplacement(olas))
                .replaceFirst(";$", "");
    }

    private List<String> stored(String table) {
        return JdbcClient.create(database.source()).sql("select * from " + table).query().listOfRows().stream()
                .map(Object::toString)
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
