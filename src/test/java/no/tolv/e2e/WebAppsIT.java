package no.tolv.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForLoadStateOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.tolv.deadline.TolvClock;
import no.tolv.scenario.Answers;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of the web apps that somebody may open, in a real browser: nothing it needs is shut, and nothing else runs in it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:webapps;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=" + WholeCaseIT.PASSWORD,
            "tolv.outbox.folder=target/e2e/outbox-webapps"
        })
@DisplayName("Webapplikasjonene får det de trenger")
class WebAppsIT {

    /**
     * What the apps ask for and do without: nobody counts across units, the process administrator reads no case, and
     * the engine keeps no comments and no rule for passwords.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "admin: 403 GET /camunda/api/engine/engine/default/history/decision-instance",
            "admin: 403 POST /camunda/api/cockpit/plugin/base/default/incident/",
            "admin: 403 POST /camunda/api/cockpit/plugin/base/default/incident/count",
            "admin: 403 POST /camunda/api/cockpit/plugin/base/default/process-instance",
            "admin: 403 GET /api/statistics",
            "admin: 404 GET /camunda/api/engine/engine/default/task/report/candidate-group-count",
            "midtstuen-principal: 404 GET /camunda/api/engine/engine/default/task/report/candidate-group-count",
            "midtstuen-principal: 404 GET /camunda/api/engine/engine/default/task/ID/comment",
            "midtstuen-principal: 404 GET /camunda/api/engine/engine/default/identity/password-policy");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    TolvClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private final Set<String> refused = new TreeSet<>();

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

    @Test
    @DisplayName("rektor i Tasklist, Cockpit og Welcome, og den som styrer prosessene i Cockpit")
    void openWhatTheyNeed() {
        Page principal = watched("midtstuen-principal");
        report(principal);
        tasklist(principal);
        cockpit(principal, true);
        look(principal, "/camunda/app/welcome/default/#!/welcome");
        cockpit(watched("admin"), false);
        assertThat(refused).isSubsetOf(LEFT_OUT);
    }

    /** Watched from the moment after login: the administrator is then sent to Tasklist, which is not open to them. */
    private Page watched(String who) {
        Page page = chromium.window().newPage();
        page.navigate(site() + "/login");
        Tasklist.logIn(page, who);
        page.waitForURL("**/camunda/app/**");
        settle(page);
        page.onResponse(response -> note(who, response));
        page.onConsoleMessage(message -> noteConsole(who, message.text()));
        page.onPageError(error -> refused.add(who + ": " + error));
        return page;
    }

    private void note(String who, Response response) {
        if (response.status() >= 400) {
            refused.add(
                    who + ": " + response.status() + " " + response.request().method() + " "
                            + response.url()
                                    .replaceFirst("http://localhost:\\d+", "")
                                    .replaceFirst("\\?.*", "")
                                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID"));
        }
    }

    /** AngularJS tries whether it may evaluate strings, and does without when it may not. */
    private void noteConsole(String who, String message) {
        if (message.contains("Content Security Policy") && !message.contains("'unsafe-eval'")) {
            refused.add(who + ": " + message);
        }
    }

    private void report(Page page) {
        RequestOptions concern = RequestOptions.create()
                .setHeader("Authorization", DemoClock.basic("midtstuen-assistant"))
                .setData(Answers.reportConcern("p-midtstuen-01", clock.today()).fields());
        assertThat(page.request().post(site() + "/api/reports", concern).status())
                .isEqualTo(201);
        new DemoClock(site()).today();
    }

    private void tasklist(Page page) {
        look(page, "/camunda/app/tasklist/default/");
        page.locator("a:has-text('Min enhet')").first().click();
        page.locator(".tasks-list li.task").first().click();
        page.locator(".task-card .fjs-form").waitFor();
        eachOf(page, ".task-card .nav-tabs a");
        readers(page);
        page.locator("a:has-text('Meld fra eller start sak')").click();
        page.locator(".modal-dialog ul.processes a").first().click();
        page.locator(".modal-dialog .fjs-form").waitFor();
        settle(page);
    }

    /** Whoever leads the case may ask who has read it, and her own reading is there. */
    private void readers(Page page) {
        page.locator(".task-card .nav-tabs a:has-text('Saken')").click();
        page.getByText("Vis hvem som har lest saken").click();
        PlaywrightAssertions.assertThat(page.locator(".tolv-case ol").last()).containsText("Rektor");
        page.screenshot(picture("who-has-read"));
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(Path.of("target/e2e", name + ".png"))
                .setFullPage(true);
    }

    private void cockpit(Page page, boolean manager) {
        look(page, "/camunda/app/cockpit/default/#/dashboard");
        PlaywrightAssertions.assertThat(page.locator(".tolv-numbers")).hasCount(manager ? 1 : 0);
        page.screenshot(picture(manager ? "numbers" : "no-numbers"));
        for (String place : List.of("dashboard", "processes", "decisions", "tasks", "repository", "batches")) {
            look(page, "/camunda/app/cockpit/default/#/" + place);
        }
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("activityDuty")
                .latestVersion()
                .singleResult()
                .getId();
        look(page, "/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        eachOf(page, ".ctn-tabs a, .nav-tabs a");
        if (manager) {
            String instance = runtime.createProcessInstanceQuery()
                    .processDefinitionKey("activityDuty")
                    .list()
                    .get(0)
                    .getId();
            look(page, "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
            eachOf(page, ".ctn-tabs a, .nav-tabs a");
        } else {
            String table = repository
                    .createDecisionDefinitionQuery()
                    .latestVersion()
                    .list()
                    .get(0)
                    .getId();
            look(page, "/camunda/app/cockpit/default/#/decision-definition/" + table);
        }
    }

    private void eachOf(Page page, String tabs) {
        Locator all = page.locator(tabs);
        for (int i = 0; i < all.count(); i++) {
            if (all.nth(i).isVisible()) {
                all.nth(i).click();
                settle(page);
            }
        }
    }

    private void look(Page page, String place) {
        page.navigate(site() + place);
        page.reload();
        settle(page);
    }

    private static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE, new WaitForLoadStateOptions().setTimeout(Chromium.PATIENCE));
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
