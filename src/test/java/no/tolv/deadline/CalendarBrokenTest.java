package no.tolv.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("En ødelagt skolerute stopper starten")
class CalendarBrokenTest {

    private static final String YEAR = "2026-08-17;2027-06-18;schoolYear;Skoleår\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-32;2026-10-09;closed;Høst | linje 3, kolonne «from»: «2026-10-32» er ikke en dato",
                "2026-10-05;;closed;Høst | linje 3, kolonne «to»: «» er ikke en dato",
                "2026-10-05;2026-10-01;closed;Høst | linje 3, kolonne «to»: perioden slutter før den begynner",
                "2026-10-05;2026-10-09;fri;Høst | linje 3, kolonne «kind»: «fri» må være",
                "2026-10-05 | linje 3, kolonne «to»: feltet mangler"
            })
    void namesFileLineAndColumn(String row, String sentence) throws IOException {
        write("from;to;kind;label\n" + YEAR + row + "\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(CalendarBroken.class)
                .hasMessageStartingWith("Skoleruta midtstuen.csv, " + sentence);
    }

    @Test
    void countsEmptyLines() throws IOException {
        write("from;to;kind;label\n\n" + YEAR + "\n2026-10-05;x;closed;Høst");
        assertThatThrownBy(this::load).hasMessageContaining("linje 5, kolonne «to»");
    }

    @Test
    void missesColumn() throws IOException {
        write("from;to;label\n");
        assertThatThrownBy(this::load).hasMessageContaining("linje 1, kolonne «kind»: kolonnen mangler");
    }

    @Test
    void missesSchoolYear() throws IOException {
        write("from;to;kind;label\n");
        assertThatThrownBy(this::load).hasMessageContaining("minst én rad med «schoolYear»");
    }

    @Test
    void missesFolder() {
        assertThatThrownBy(this::load).hasMessageContaining("Det finnes ingen skoleruter");
    }

    @Test
    void endsTheStartInOneSentence() {
        var analysis = new CalendarBrokenAnalyzer()
                .analyze(new RuntimeException(new CalendarBroken("oslo.csv", 3, "from", "feltet mangler.")));
        assertThat(analysis.getDescription()).isEqualTo("Skoleruta oslo.csv, linje 3, kolonne «from»: feltet mangler.");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("midtstuen.csv"), text);
    }

    private void load() {
        new SchoolDays(new WorkingDays(), unit -> Optional.empty(), "file:" + folder);
    }
}
