package no.tolv.e2e;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser to look through: the machine's own Chromium if there is one, else the one Playwright installs. */
final class Chromium implements AutoCloseable {

    /** Longer than any page takes on a machine that has much else to do; nobody waits so long when all is well. */
    static final int PATIENCE = 30_000;

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. Without a browser the test is skipped on a person's machine, and fails with {@code CI=true}. */
    static Chromium start() {
        Optional<Path> own = ownBrowser();
        try {
            Playwright playwright = Playwright.create(options(own));
            LaunchOptions launch = new LaunchOptions().setArgs(QUIET);
            own.ifPresent(launch::setExecutablePath);
            return new Chromium(playwright, playwright.chromium().launch(launch));
        } catch (PlaywrightException missing) {
            return without(missing);
        }
    }

    /** A window of its own, as on somebody's own machine. */
    BrowserContext window() {
        BrowserContext window = browser.newContext(new NewContextOptions()
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                .setViewportSize(1440, 950));
        window.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return window;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static CreateOptions options(Optional<Path> own) {
        CreateOptions options = new CreateOptions();
        return own.isPresent() ? options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")) : options;
    }

    private static Optional<Path> ownBrowser() {
        Stream<String> folders = Stream.concat(
                Stream.of("/usr/bin"), Stream.of(System.getenv("PATH").split(File.pathSeparator)));
        return folders.map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Chromium without(PlaywrightException missing) {
        String sentence = "No Chromium to drive Tasklist with (Debian: apt-get install chromium): ";
        return "true".equals(System.getenv("CI"))
                ? fail(sentence + missing.getMessage(), missing)
                : abort(sentence + missing.getMessage());
    }
}
