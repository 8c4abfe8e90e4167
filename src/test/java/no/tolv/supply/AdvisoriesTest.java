package no.tolv.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of known holes against the bill of materials of the jar, without asking anybody. */
@DisplayName("Kjente hull i det vi bygger på")
class AdvisoriesTest {

    private static final URL BILL = AdvisoriesTest.class.getResource("/META-INF/sbom/application.cdx.json");

    private final List<Advisory> advisories = read();

    @Test
    @DisplayName("Alt vi bærer med oss som er rammet, er besvart")
    void everyHoleWeCarryIsAnswered() throws IOException {
        assumeTrue(BILL != null || System.getenv("CI") != null, "Maven makes no bill of materials when offline");
        assertThat(unanswered(Carried.in(BILL))).isEmpty();
    }

    @Test
    @DisplayName("En eldre Jackson gjør bygget rødt")
    void findsAPoisonedLibrary() {
        Carried poisoned = new Carried("com.fasterxml.jackson.core:jackson-databind", "2.21.4");
        assertThat(unanswered(List.of(poisoned))).containsExactlyInAnyOrder("CVE-2026-54515", "CVE-2026-59889");
    }

    @Test
    @DisplayName("Det som kalles rettet, har vi ikke")
    void nothingFixedIsCarried() {
        Carried mended = new Carried("com.fasterxml.jackson.core:jackson-databind", "2.21.8");
        assertThat(unanswered(List.of(mended))).isEmpty();
    }

    @Test
    @DisplayName("Testene som skal vise svaret, finnes")
    void testsExist() throws IOException {
        List<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        assertThat(advisories)
                .allSatisfy(advisory -> assertThat(there).as(advisory.id()).containsAll(advisory.tests()));
    }

    /** A build does not turn red because a day passed; it says so, and with -Drelease it does. */
    @Test
    @DisplayName("Svar som er for gamle, blir sett på igjen")
    void oldAnswersAreLookedAtAgain() {
        List<String> old = advisories.stream()
                .filter(advisory -> !advisory.isTrustedOn(LocalDate.now()))
                .map(Advisory::id)
                .toList();
        old.forEach(id -> System.out.println("advisories.csv: the answer to " + id + " is too old, look at it again"));
        assertThat(old.isEmpty() || System.getProperty("release") == null).isTrue();
    }

    private List<String> unanswered(List<Carried> carried) {
        List<String> found = new ArrayList<>();
        for (Carried library : carried) {
            advisories.stream()
                    .filter(advisory -> advisory.hits(library) && !advisory.isAnswered())
                    .forEach(advisory -> found.add(advisory.id()));
        }
        return found;
    }

    private static List<Advisory> read() {
        try {
            return Advisory.in(Path.of("src/test/resources/advisories.csv"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
