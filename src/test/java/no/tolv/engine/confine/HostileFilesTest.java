package no.tolv.engine.confine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.tolv.engine.deployment.SourceChecks;
import no.tolv.engine.deployment.StartRefused;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

@DisplayName("Ingen fil får kjøre kode, verken gjennom porten eller rundt den")
class HostileFilesTest {

    private static BackDoor walled;

    @BeforeAll
    static void open() {
        logOf("org.camunda", LogLevel.OFF);
        walled = new BackDoor(TestConfinement.walls());
    }

    @AfterAll
    static void close() {
        walled.close();
        logOf("org.camunda", null);
    }

    /** The engine tells of each refusal with a stack trace. */
    private static void logOf(String logger, LogLevel level) {
        LoggingSystem.get(HostileFilesTest.class.getClassLoader()).setLogLevel(logger, level);
    }

    static Stream<Hostile> files() {
        return Stream.concat(Hostile.all(), Extensions.notOnTheList().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("Porten avviser den med en setning som sier hva og hvor")
    void gateRefuses(Hostile hostile) {
        assertThatThrownBy(() -> SourceChecks.run(hostile.file(), hostile.content()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Filen «" + hostile.file() + "» ")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("Skrevet rett i databasen blir den avvist når den leses, eller finner ingenting å kjøre")
    void harmlessInTheDatabase(Hostile hostile) {
        walled.run(hostile);
        assertThat(BackDoor.marked()).isEmpty();
    }

    @Test
    @DisplayName("Det lydige diagrammet og den lydige tabellen kjører")
    void soundFilesRun() {
        assertThat(walled.run(new Hostile("lydig", "sound.bpmn", Hostile.BPMN))).isEmpty();
        assertThat(walled.run(new Hostile("lydig", "sound.dmn", Hostile.DMN))).isEmpty();
        SourceChecks.run("sound.bpmn", Hostile.BPMN);
        SourceChecks.run("sound.dmn", Hostile.DMN);
    }

    @Test
    @DisplayName("Uten murene kjører de samme filene koden sin")
    void runsWithoutTheWalls() {
        List<String> ran = thatRunCode(new BackDoor());
        System.out.println(files().count() + " hostile files; without the walls " + ran.size() + " run code");
        assertThat(ran)
                .contains(
                        "uttrykk 1 i betingelse",
                        "uttrykk 1 i frist",
                        "klasse på tjenesteoppgave",
                        "klasse på oppgavelytter",
                        "skriptoppgave i juel",
                        "juel i celle")
                .hasSizeGreaterThan(30);
    }

    @Test
    @DisplayName("Leses filene uten listen, stanser motoren selv uttrykk, skript og FEEL; bare klasser trenger listen")
    void engineAloneStopsExpressions() {
        List<String> ran = thatRunCode(new BackDoor(TestConfinement.walls(), withoutTheList()));
        System.out.println("without the list " + ran);
        assertThat(ran).allMatch(way -> way.startsWith("klasse") || way.startsWith("kontrollklasse"));
    }

    private static List<String> thatRunCode(BackDoor door) {
        try (door) {
            return Hostile.code()
                    .filter(hostile -> {
                        door.run(hostile);
                        return BackDoor.marked().isPresent();
                    })
                    .map(Hostile::way)
                    .toList();
        }
    }

    private static ProcessEnginePlugin withoutTheList() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setBpmnParseFactory(new DefaultBpmnParseFactory());
                engine.setDmnEngineConfiguration(null);
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Value.class)
    @DisplayName("Ingen slags verdi på listen slipper gjennom et kall")
    void noValueAdmitsACall(Value value) {
        Place place = new Place(Map.of("source", "${''.getClass()}"), TestConfinement.steps());
        for (String call : List.of("${''.getClass()}", "#{now()}", "${a.b()}", "${a[0].b}", "${f()}", "a ${b.c} d")) {
            assertThat(value.fits(call, place)).as(call).isFalse();
        }
    }
}
