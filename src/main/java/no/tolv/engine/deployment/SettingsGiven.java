package no.tolv.engine.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.PlaceholderResolutionException;

/** Before anything is opened: what the configuration points at is there, and the folder of secrets can be read. */
@Component
class SettingsGiven implements BeanFactoryPostProcessor {

    private static final List<String> NEEDED =
            List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        check(factory.getBean(Environment.class));
    }

    static void check(Environment settings) {
        String secrets = settings.getProperty("TOLV_SECRETS", "");
        if (!secrets.isBlank() && !isReadable(Path.of(secrets))) {
            throw new StartRefused("Mappen «" + secrets + "» som «TOLV_SECRETS» viser til, finnes ikke eller kan ikke"
                    + " leses. Lag mappen med en fil for hver hemmelighet, eller fjern innstillingen.");
        }
        NEEDED.forEach(name -> check(settings, name));
    }

    private static void check(Environment settings, String name) {
        try {
            settings.getProperty(name);
        } catch (PlaceholderResolutionException missing) {
            throw new StartRefused(
                    "Innstillingen «" + missing.getPlaceholder() + "» mangler. Sett den som miljøvariabel,"
                            + " eller legg den i en fil med samme navn i mappen som «TOLV_SECRETS» viser til.");
        }
    }

    private static boolean isReadable(Path folder) {
        return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isExecutable(folder);
    }
}
