package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.tolv.robust.TolvHttp.Reply;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@RunningTolv
@DisplayName("Bak døra finner et uttrykk ingenting å kjøre")
class ConfinedOverHttpTest {

    private static final String MARKER = "hostile.marker";
    private static final String EVIL =
            "${''.getClass().forName('hostile.Marker').getDeclaredConstructor().newInstance()}";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
        System.clearProperty(MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/task/count", "/engine-rest/history/task"})
    @DisplayName("CVE-2026-109432: et uttrykk i orQueries blir avvist")
    void cve2026109432(String route) {
        for (String field : List.of("assigneeExpression", "dueBeforeExpression", "candidateGroupsExpression")) {
            String name = route.contains("history") ? field.replace("assignee", "taskAssignee") : field;
            tolv.post("midtstuen-principal", route, Map.of("orQueries", List.of(Map.of(name, EVIL))));
            assertHarmless();
        }
        Reply refused = tolv.post(
                "midtstuen-principal",
                "/engine-rest/task",
                Map.of("orQueries", List.of(Map.of("assigneeExpression", EVIL))));
        assertThat(refused.status()).as(refused.text()).isBetween(400, 499);
        assertThat(refused.text()).doesNotContain("getClass");
    }

    @Test
    @DisplayName("Uttrykk i et vanlig søk blir avvist, også de som lagrede filtre kan ha")
    void adHocQueries() {
        for (String expression : List.of(EVIL, "${currentUser()}")) {
            Reply reply =
                    tolv.post("midtstuen-principal", "/engine-rest/task", Map.of("assigneeExpression", expression));
            assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        }
        assertHarmless();
    }

    @Test
    @DisplayName("C8-64: FEEL som når Java, kommer ikke inn i en tabell, over nettet")
    void noticeC864() throws IOException {
        for (String cell : List.of(
                "unit.class.classLoader.loadClass(&quot;hostile.Marker&quot;)",
                "function(x) external { java: { class: &quot;hostile.Marker&quot; } }",
                "{ a: unit.class }.a")) {
            Reply reply = tolv.deploy("admin", "sound.dmn", sound("sound.dmn").replace("\"noe\"", cell));
            assertThat(reply.status()).as(reply.text()).isEqualTo(400);
            assertThat(reply.text()).contains("sound.dmn", "rad 1", "«Tekst»");
        }
        assertHarmless();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id=\"task_c\" scriptFormat=\"juel\"><bpmn:script>EVIL</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id=\"task_c\" camunda:class=\"hostile.Marker\"/>",
                "<bpmn:serviceTask id=\"task_c\" camunda:expression=\"EVIL\"/>"
            })
    @DisplayName("Et diagram som kjører skript eller klasser, får 400 med setning, over nettet")
    void hostileDiagram(String task) throws IOException {
        String diagram =
                sound("sound.bpmn").replace("<bpmn:task id=\"task_c\" name=\"Vent\"/>", task.replace("EVIL", EVIL));
        Reply reply = tolv.deploy("admin", "sound.bpmn", diagram);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains("«sound.bpmn» kan ikke tas i bruk", "task_c");
        assertHarmless();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.cmmn", "x.groovy", "x.js", "x.bpmn20.xml", "xbpmn", "x.dmn11.xml", "x.html"})
    @DisplayName("Andre filer enn diagrammer, tabeller og skjemaer tas ikke imot")
    void otherFiles(String name) throws IOException {
        Reply reply = tolv.deploy("admin", name, sound("sound.bpmn"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains("«" + name + "»", ".bpmn, .dmn og .form");
    }

    @Test
    @DisplayName("Motoren går med herdede innstillinger")
    void hardened() {
        ProcessEngineConfigurationImpl running =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(running.isAuthorizationEnabled()).isTrue();
        assertThat(running.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(running.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(running.getDeserializationAllowedClasses()).isNullOrEmpty();
        assertThat(running.getDeserializationAllowedPackages()).isNullOrEmpty();
        assertThat(running.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(running.isEnableXxeProcessing()).isFalse();
        assertThat(running.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
        assertThat(running.isEnableScriptCompilation()).isFalse();
        assertThat(running.isAutoStoreScriptVariables()).isFalse();
        assertThat(running.isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(running.isEnableScriptEngineNashornCompatibility()).isFalse();
        assertThat(running.isConfigureScriptEngineHostAccess()).isFalse();
        assertThat(running.isCmmnEnabled()).isFalse();
        assertThat(running.isSkipHistoryOptimisticLockingExceptions()).isFalse();
        assertThat(running.getBeans()).isEmpty();
        assertThat(running.getDefaultSerializationFormat()).isEqualTo("application/json");
        for (String language : List.of("juel", "feel", "feel-scala", "groovy", "javascript", "graal.js", "python")) {
            assertThat(running.getScriptEngineResolver().getScriptEngine(language, true))
                    .as(language)
                    .isNull();
        }
        assertThat(running.getExpressionManager().getClass().getName()).contains("Confined");
        assertThat(running.getBpmnParseFactory().getClass().getName()).contains("confine");
    }

    private static void assertHarmless() {
        assertThat(System.getProperty(MARKER)).isNull();
    }

    private static String sound(String name) throws IOException {
        return new ClassPathResource("confine/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
