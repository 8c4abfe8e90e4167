package no.tolv.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import no.tolv.deadline.TolvClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sessionend;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=" + WholeCaseIT.PASSWORD,
            "tolv.outbox.folder=target/e2e/outbox"
        })
@DisplayName("Når økten tar slutt midt i et skjema")
class SessionEndIT {

    private static final String TEXT = "Eleven ble stående alene i friminuttet tre dager på rad.";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TolvClock clock;

    @Test
    @DisplayName("står det som er skrevet, der, og går inn etter ny innlogging i en annen fane")
    void nothingIsLost() {
        try (Chromium chromium = Chromium.start()) {
            report(chromium.window());
            new DemoClock(site()).today();
            receive(chromium.window());
        }
    }

    private void report(BrowserContext window) {
        Tasklist teacher = Tasklist.login(window, site(), WholeCase.TEACHER);
        fill(teacher.start("Meld en bekymring"));
        endSessions();

        teacher.send();
        assertThat(sign(teacher)).containsText("det du har skrevet, står her fortsatt");
        assertThat(teacher.dialog().locator("textarea").first()).hasValue(TEXT + " " + Form.WORD);
        assertThat(teacher.dialog().locator(".notifications")).containsText("Skjemaet er ikke sendt");
        assertThat(teacher.dialog().locator(".notifications")).not().containsText("riktig brukernavn");
        teacher.picture("session-ended");

        logInBeside(window, teacher, WholeCase.TEACHER);
        teacher.send();
        assertThat(teacher.notifications()).containsText("Meldingen er mottatt.");
        window.close();
    }

    private void receive(BrowserContext window) {
        Tasklist principal = Tasklist.login(window, site(), WholeCase.PRINCIPAL);
        principal
                .open("Min enhet", "Ta imot meldingen")
                .tick("Hvor hører meldingen hjemme?", "Den blir en egen sak")
                .tick("Er saken alvorlig?", "Ikke alvorlig slik vi kjenner den nå")
                .tick("Er eleven borte fra skolen fordi den ikke er trygg?", "Ikke borte av den grunn");
        endSessions();

        principal
                .page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fullfør"))
                .click();
        assertThat(sign(principal)).isVisible();
        principal.picture("session-ended-task");

        logInBeside(window, principal, WholeCase.PRINCIPAL);
        principal.complete("session-back-task");
        window.close();
    }

    private void endSessions() {
        assertThat(jdbc.sql("delete from login_session").update()).isPositive();
    }

    private static Locator sign(Tasklist tasklist) {
        return tasklist.page.locator(".tolv-session-ended");
    }

    private static void logInBeside(BrowserContext window, Tasklist tasklist, String who) {
        Page tab = window.waitForPage(() -> sign(tasklist).locator("a").click());
        Tasklist.logIn(tab, who);
        tab.locator(".task-filters, .tasks-filters").first().waitFor();
        tab.close();
    }

    @Test
    @DisplayName("kan alle bruke siden der man logger ut, og Tasklists egen vei ut ender på vår side")
    void logoutPage() {
        try (Chromium chromium = Chromium.start()) {
            BrowserContext window = chromium.window();
            Tasklist teacher = Tasklist.login(window, site(), WholeCase.TEACHER);
            Page page = window.newPage();
            page.navigate(site() + "/logg-ut");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/e2e/logout.png")));
            teacher.logOut();
            teacher.page.waitForURL("**/login?ute");
            assertThat(teacher.page.getByText("Du er logget ut.")).isVisible();
            window.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"cockpit, trosterud-principal", "welcome, hagen-principal", "cockpit, admin"})
    @DisplayName("går veien ut av de andre webapplikasjonene over den samme siden, og økten er borte")
    void otherWebApps(String app, String who) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window().newPage();
            page.navigate(site() + "/login");
            Tasklist.logIn(page, who);
            page.waitForURL("**/camunda/app/**");
            page.navigate(site() + "/camunda/app/" + app + "/default/");
            page.locator(".account > a").click();
            page.locator(".account .logout a").click();
            page.waitForURL("**/logg-ut");
            page.getByText("Logg ut", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL("**/login?ute");
            assertThat(page.getByText("Du er logget ut.")).isVisible();
            org.assertj.core.api.Assertions.assertThat(
                            jdbc.sql("select count(*) from login_session where principal_name = ?")
                                    .param(who)
                                    .query(Integer.class)
                                    .single())
                    .isZero();
        }
    }

    private String site() {
        return "http://localhost:" + port;
    }

    private void fill(Form form) {
        form.select("Hvem gjelder det?", WholeCase.PUPIL)
                .date("Når skjedde det?", clock.today())
                .select("Hvor skjedde det?", "Ute i friminutt")
                .select("Hvordan ble det kjent?", "Jeg så eller hørte det selv")
                .tick("Hvem krenker eleven?", "En annen elev")
                .write("Hva har skjedd?", TEXT)
                .tick("Grep du inn?", "Jeg grep inn")
                .tick("Stoppet det?", "Det stoppet")
                .tick("Sa du tydelig fra at det ikke er greit?", "Sa tydelig fra")
                .write("Hva gjorde du?", "Jeg gikk bort og ble med eleven inn i leken.")
                .tick("Tegn hos eleven", "Er mye alene i friminutt eller klasse")
                .tick("Har det skjedd før?", "Flere ganger");
    }
}
