package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("En ødelagt fil stopper starten med én setning, og ingenting er tatt i bruk")
class BrokenFileIT {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            processes/activityPlan.bpmn | targetRef="userTask_writePlan" | targetRef="ingensteds" | Filen «processes/activityPlan.bpmn» er ikke en gyldig BPMN-fil: linje
            processes/deadlines.dmn     | <text>4</text>                 | <text>4 +</text>       | Filen «processes/deadlines.dmn» har en celle i rad 1, kolonnen «Antall», som ikke kan brukes: 4 +
            forms/writePlan.form        | "type": "textarea"             | "type": "filepicker"   | Filen «forms/writePlan.form» kan ikke brukes: komponenten «filepicker» er ikke en Tolv kjenner
            roster/pupils.csv           | 2020-06-08                     | 8. juni 2020           | pupils.csv, linje 2, kolonnen «born»
            calendars/oslo.csv          | closed                         | fri                    | Skoleruta oslo.csv, linje
            """)
    void stopsTheStart(String file, String right, String wrong, String sentence) throws Exception {
        copy();
        Path broken = folder.resolve(file);
        String whole = Files.readString(broken);
        assertThat(whole).contains(right);
        Files.writeString(broken, whole.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        TolvProcess process = TolvProcess.launch(
                folder,
                "--tolv.diagrams=file:" + folder + "/",
                "--tolv.roster=file:" + folder + "/roster/",
                "--tolv.calendars=file:" + folder + "/calendars/");
        assertThat(process.awaitEnd()).isEqualTo(1);
        assertThat(process.output()).contains(sentence).doesNotContain("\tat no.tolv");
        assertThat(deployments()).isZero();
    }

    private void copy() throws IOException {
        copy(Path.of("processes"), "processes");
        copy(Path.of("forms"), "forms");
        copy(Path.of("src/main/resources/demo"), "roster");
        copy(Path.of("src/main/resources/demo/calendars"), "calendars");
    }

    private void copy(Path from, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    /** How many deployments the database holds; none when it has not even got so far as to have an engine. */
    private long deployments() {
        JdbcClient database = TolvProcess.database(folder);
        boolean engine =
                database.sql("select count(*) from information_schema.tables where table_name = 'ACT_RE_DEPLOYMENT'")
                                .query(Long.class)
                                .single()
                        == 1;
        return engine
                ? database.sql("select count(*) from act_re_deployment")
                        .query(Long.class)
                        .single()
                : 0;
    }
}
