package no.tolv.engine.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("En feil i en fil stopper oppstarten med én setning")
class SourceCheckTest {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="%s" isExecutable="true"><userTask id="userTask_a" camunda:formRef="%s"/></process>
            </definitions>""";

    @Test
    void acceptsWhatBelongsTogether() {
        check(form("a", "{\"id\":\"a\",\"components\":[]}"), bpmn("p", PROCESS.formatted("p", "a")));
        check();
    }

    @Test
    void acceptsWhatWeShip() {
        SourceChecks.check().run(SourceChecks.shipped());
    }

    @Test
    void namesTheFault() {
        refuses("«forms/a.form» kan ikke brukes: filen er ikke gyldig JSON ved linje 1", form("a", "{"));
        refuses("skal ha id «a» som filnavnet sitt, men har «b»", form("a", "{\"id\":\"b\"}"));
        refuses("komponenten «filepicker» er ikke en Tolv kjenner", form("a", component("filepicker", "x")));
        refuses(
                "nøkkelen «x» er brukt to ganger",
                form(
                        "a",
                        "{\"id\":\"a\",\"components\":[{\"type\":\"textfield\",\"key\":\"x\"},"
                                + "{\"type\":\"group\",\"components\":[{\"type\":\"number\",\"key\":\"x\"}]}]}"));
        refuses("«processes/p.bpmn» er ikke en gyldig BPMN-fil: linje 1", bpmn("p", "<definitions"));
        refuses("skal ha id «p»", bpmn("p", PROCESS.formatted("q", "a")));
        refuses("viser til skjemaet «a» i «userTask_a», som ikke finnes", bpmn("p", PROCESS.formatted("p", "a")));
        refuses("er ikke en gyldig DMN-fil", SourceChecks.file("processes/d.dmn", "<x/>"));
    }

    @Test
    @DisplayName("og Java må gå i UTC")
    void runsInUtcOnly() {
        UtcOnly.check(ZoneId.of("Etc/UTC"));
        assertThatThrownBy(() -> UtcOnly.check(ZoneId.of("Europe/Oslo")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("-Duser.timezone=UTC");
    }

    private static void refuses(String fault, SourceFile file) {
        assertThatThrownBy(() -> check(file)).isInstanceOf(StartRefused.class).hasMessageContaining(fault);
    }

    private static void check(SourceFile... files) {
        SourceChecks.check().run(List.of(files));
    }

    private static String component(String type, String key) {
        return "{\"id\":\"a\",\"components\":[{\"type\":\"" + type + "\",\"key\":\"" + key + "\"}]}";
    }

    private static SourceFile form(String id, String content) {
        return SourceChecks.file("forms/" + id + ".form", content);
    }

    private static SourceFile bpmn(String id, String content) {
        return SourceChecks.file("processes/" + id + ".bpmn", content);
    }
}
