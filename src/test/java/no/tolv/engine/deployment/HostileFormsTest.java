package no.tolv.engine.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Et skjema kan spørre, men ikke kjøre noe")
class HostileFormsTest {

    private static final String FORM = "{\"id\":\"f\",\"components\":[%s]}";

    @ParameterizedTest
    @ValueSource(strings = {"html", "image", "iframe", "documentPreview", "filepicker", "expression", "table"})
    @DisplayName("Komponenter som viser egen HTML eller henter noe annet sted fra, avvises")
    void refusesComponents(String type) {
        refuses("{\"type\":\"" + type + "\",\"key\":\"x\",\"content\":\"<script>x()</script>\"}", type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=o.class.classLoader",
                "=function(x) external { java: { class: 'hostile.Marker' } }",
                "={ a: 1 }.a = 1",
                "=[1,2][1] = 1",
                "=count(x) > 1",
                "=now() > x",
                "=if x then true else y.z",
                "=@'2026-01-01' = x"
            })
    @DisplayName("C8-64: en betingelse som kaller eller griper inn i noe, avvises, skjult eller skrivebeskyttet")
    void noticeC864(String condition) {
        String written = condition.replace("'", "\\\"");
        refuses(
                "{\"type\":\"textfield\",\"key\":\"x\",\"conditional\":{\"hide\":\"" + written + "\"}}",
                "kan ikke leses");
        refuses("{\"type\":\"textfield\",\"key\":\"x\",\"readonly\":\"" + written + "\"}", "kan ikke leses");
    }

    @Test
    @DisplayName("Sammenligninger av felter og verdier tas imot")
    void acceptsComparisons() {
        for (String condition :
                new String[] {"=x = \\\"a (b)\\\"", "=x != \\\"yes\\\" and (y >= 2 or z = true)", "=not(x = null)"}) {
            SourceChecks.run(
                    "f.form",
                    FORM.formatted(
                            "{\"type\":\"textfield\",\"key\":\"x\",\"conditional\":{\"hide\":\"" + condition + "\"}}"));
        }
    }

    private static void refuses(String component, String told) {
        assertThatThrownBy(() -> SourceChecks.run("f.form", FORM.formatted(component)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("«f.form» kan ikke brukes")
                .hasMessageContaining(told);
    }
}
