package no.tolv.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.List;
import no.tolv.casefile.CaseFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A pupil with a phone, in a real browser: quick to use, and nothing left for whoever holds the phone next. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:phone;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/e2e/outbox"
        })
@DisplayName("Melding fra en telefon")
class PublicReportIT {

    private static final String CANARY = "Kanarifugl i bur";
    private static final String CODE = "(?:[0-9a-f]{4}-){7}[0-9a-f]{4}";
    private static final int WIDTH = 390;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    CaseFiles cases;

    private Page page;
    private int keys;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void takePhone() {
        BrowserContext phone = chromium.window();
        phone.route(
                "https://www.yr.no/**",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("text/html").setBody("<title>Vær</title>")));
        page = phone.newPage();
        page.setViewportSize(WIDTH, 844);
    }

    @AfterEach
    void putPhoneAway() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn"})
    @DisplayName("Alle sidene kan brukes av alle, på en smal skjerm og med store nok felt")
    void accessible(String language) {
        page.navigate(site() + "/meld?sprak=" + language);
        check("form-" + language);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator(".errors")).isFocused();
        check("errors-" + language);
        page.locator(".errors a").first().click();
        assertThat(page.locator("#unit")).isFocused();
        page.locator("#unit").selectOption("hagen");
        page.locator("#pupilDescription").fill("Elev Linerle");
        page.locator("#whatHappened").fill(CANARY);
        page.locator("form button[type=submit]").click();
        page.waitForURL("**/meld/sendt*");
        check("sent-" + language);
        String code = page.locator("#code").textContent();
        page.locator("a[href^='/meld/kvittering']").click();
        check("status-" + language);
        page.locator("#kode").fill(code);
        page.locator("form button[type=submit]").click();
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        assertThat(page.url()).doesNotContain(code);
        check("answer-" + language);
    }

    @Test
    @DisplayName("Med bare tastatur: noen få trykk utenom det man skriver")
    void keyboard() {
        page.navigate(site() + "/meld");
        tabTo("unit");
        press("M");
        tabTo("suspect");
        press(" ");
        tabTo("pupilDescription");
        page.keyboard().type("Meg, Elev Linerle i 8A");
        tabTo("whatHappened");
        page.keyboard().type(CANARY + ". De stenger meg ute hver dag.");
        tabTo("contact");
        press("Tab");
        press("Enter");
        page.waitForURL("**/meld/sendt*");
        assertThat(page.locator("#code")).isVisible();
        assertThat(page.locator("h1")).isFocused();
        System.out.println("Keys pressed to report, besides the text itself: " + keys);
        assertThat(keys).isLessThan(25);
        assertThat(cases.openCasesAt("midtstuen")).isNotEmpty();
    }

    @Test
    @DisplayName("Etterpå ligger ingenting igjen: ikke i lageret, ikke i historikken, ikke når man går tilbake")
    void nothingIsLeft() {
        page.navigate(site() + "/login");
        page.navigate(site() + "/meld");
        page.locator("#whatHappened").fill(CANARY);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator(".errors")).isVisible();
        assertThat(page.locator("#whatHappened")).hasValue(CANARY);
        fillIn("hagen");
        page.locator("form button[type=submit]").click();
        page.waitForURL("**/meld/sendt*");
        String code = page.locator("#code").textContent();
        assertThat(code).matches(CODE);
        assertThat(page.url()).doesNotContain("vis=").doesNotContain(code);
        assertThat(stored()).isEqualTo("0 0 0 0");
        assertThat(page.context().cookies(site() + "/meld")).noneMatch(cookie -> cookie.value.contains("meld"));
        page.reload();
        assertThat(page.content()).doesNotContain(code);
        for (int steps = 0; steps < 3; steps++) {
            goBack();
            assertThat(page.content())
                    .as("after %d steps back, at %s", steps + 1, page.url())
                    .doesNotContain(CANARY, code);
            assertThat(typed()).doesNotContain(CANARY);
        }
    }

    @Test
    @DisplayName("En side nettleseren har holdt i live, blir tom når man kommer tilbake")
    void keptAlive() {
        page.navigate(site() + "/meld");
        fillIn("hagen");
        page.waitForNavigation(() ->
                page.evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"));
        assertThat(typed()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("«Forlat siden» går bort med en gang, og man kommer ikke tilbake")
    void leaves() {
        page.navigate(site() + "/meld");
        fillIn("hagen");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Forlat siden"))
                .click();
        page.waitForURL("https://www.yr.no/");
        goBack();
        assertThat(page.url()).isEqualTo("about:blank");
    }

    @Test
    @DisplayName("Et dobbeltklikk gir én sak, og koden vises")
    void doubleClick() {
        int before = cases.openCasesAt("aune").size();
        page.navigate(site() + "/meld?sted=aune");
        fillIn("aune");
        page.locator("form button[type=submit]").dblclick();
        page.waitForURL("**/meld/sendt*");
        assertThat(page.locator("#code")).isVisible();
        assertThat(cases.openCasesAt("aune")).hasSize(before + 1);
    }

    @Test
    @DisplayName("Uten nett står teksten der, og kan sendes når nettet er tilbake")
    void offline() {
        page.navigate(site() + "/meld");
        fillIn("hagen");
        page.context().setOffline(true);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("#offline")).isFocused();
        assertThat(page.locator("#whatHappened")).hasValue(CANARY);
        check("offline");
        page.context().setOffline(false);
        page.locator("form button[type=submit]").click();
        page.waitForURL("**/meld/sendt*");
        assertThat(page.locator("#code")).isVisible();
    }

    private void fillIn(String unit) {
        page.locator("#unit").selectOption(unit);
        page.locator("#pupilDescription").fill("Elev Linerle");
        page.locator("#whatHappened").fill(CANARY);
    }

    private void tabTo(String field) {
        int tabs = 0;
        do {
            press("Tab");
        } while (!field.equals(page.evaluate("() => document.activeElement.id")) && ++tabs < 15);
        assertThat(page.locator("#" + field)).isFocused();
    }

    private void press(String key) {
        page.keyboard().press(key);
        keys++;
    }

    private void goBack() {
        page.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForLoadState();
    }

    private String typed() {
        return (String) page.evaluate(
                "() => [...document.querySelectorAll('input, textarea, select')].map(f => f.value).join('|')");
    }

    private String stored() {
        return (String) page.evaluate("async () => [localStorage.length, sessionStorage.length,"
                + " (await indexedDB.databases()).length, document.cookie.length].join(' ')");
    }

    private void check(String picture) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/e2e/report", picture + ".png")));
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().get(0).getHtml())
                                .toList())
                .isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(WIDTH);
        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('main button:not([hidden]), main select, main textarea, .leave,'
                    + ' main input:not([type=hidden]):not([type=radio]):not([tabindex]), .choice label, main p > a')]
                  .filter(target => target.getBoundingClientRect().height < 44).map(target => target.outerHTML)""")).isEmpty();
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
