package no.tolv.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.tolv.Tolv;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Hemmeligheter og innstillinger ved start")
class StartSettingsTest {

    @TempDir
    private Path secrets;

    @Test
    @DisplayName("En hemmelighet kan ligge i en fil")
    void readsASecretFromAFile() throws IOException {
        Files.writeString(secrets.resolve("tolv.admin.password"), "fire-blaa-hester\n");
        Files.writeString(secrets.resolve("TOLV_DATABASE_PASSWORD"), "tre-grønne-båter");
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withSystemProperties("TOLV_SECRETS=" + secrets, "spring.profiles.active=postgres")
                .run(context -> {
                    assertThat(context.getEnvironment().getProperty("tolv.admin.password"))
                            .isEqualTo("fire-blaa-hester");
                    assertThat(context.getEnvironment().getProperty("spring.datasource.password"))
                            .isEqualTo("tre-grønne-båter");
                });
    }

    @Test
    @DisplayName("En mappe som ikke finnes, stopper starten")
    void refusesAMissingFolder(CapturedOutput output) {
        assertThatThrownBy(() -> start("TOLV_SECRETS=" + secrets.resolve("ingensteds")))
                .isInstanceOf(StartRefused.class);
        assertThat(output.getAll())
                .contains("ingensteds» som «TOLV_SECRETS» viser til, finnes ikke")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("En innstilling som mangler, nevnes ved navn i én setning")
    void namesAMissingSetting(CapturedOutput output) {
        assertThatThrownBy(() -> start("spring.profiles.active=postgres")).isInstanceOf(StartRefused.class);
        assertThat(output.getAll())
                .contains("Innstillingen «TOLV_DATABASE_URL» mangler.")
                .doesNotContain("\tat ");
    }

    private static void start(String setting) {
        new SpringApplicationBuilder(Tolv.class).run("--server.port=0", "--" + setting);
    }
}
