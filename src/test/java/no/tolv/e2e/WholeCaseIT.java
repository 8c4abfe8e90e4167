package no.tolv.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;
import org.apache.catalina.AccessLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The running application in a real browser: everything staff see, from the worry to the day the pupil is safe. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:e2e;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=" + WholeCaseIT.PASSWORD,
            "tolv.outbox.folder=target/e2e/outbox"
        })
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("En hel sak i Tasklist")
class WholeCaseIT {

    static final String PASSWORD = "prove-passord-12";

    private static final String NOT_SAFE = "Nei, eller eleven har ikke svart";
    private static final String SAFE = "Ja, eleven sier at det er trygt og godt";

    private static final List<String> SECRETS = List.of(Form.WORD, WholeCase.PUPIL, "Elev Kløver", PASSWORD);

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    SchoolDays schoolDays;

    @Autowired
    TolvClock clock;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    ServletWebServerApplicationContext server;

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
    @Order(1)
    @DisplayName("Innloggingssiden kan brukes av alle, og feil passord får en setning")
    void loginPage() {
        Page page = chromium.window().newPage();
        page.navigate(site() + "/");
        page.waitForURL("**/login");
        assertThat(violations(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/e2e/login.png")));
        page.locator("input[name=username]").fill("midtstuen-principal");
        page.locator("input[name=password]").fill("feil");
        page.locator("button[type=submit]").click();
        assertThat(page.getByText("Feil brukernavn eller passord.")).isVisible();
        page.context().close();
    }

    @Test
    @Order(2)
    @DisplayName("Fra kontaktlærerens bekymring til eleven er trygg")
    void fromWorryToSafe(CapturedOutput log) {
        WholeCase story = new WholeCase(chromium, site(), (date, days) -> schoolDays.plus("midtstuen", date, days));
        try {
            live(story.on(quietMonday()));
            leavesNoTrace(story, log);
        } catch (AssertionError | RuntimeException failed) {
            story.photograph();
            throw failed;
        }
    }

    private void live(WholeCase story) {
        filtersAreThere(story.as(WholeCase.TEACHER));
        story.invalidReportRefused().reported();
        unknownElsewhere(story);
        story.received().rolesClarified();
        story.pupilsHeard().investigated();
        shownInCase(story.as(WholeCase.COUNSELLOR));
        story.analysed();

        LocalDate evaluation = story.in(15);
        story.planWritten(evaluation).measureCarriedOut();
        seenInCockpit(story);
        story.on(story.in(6)).followedUpWeekly();
        story.on(evaluation.minusDays(1));
        planShownInCase(story.as(WholeCase.PRINCIPAL));
        story.informationGathered();
        story.on(evaluation).measureEvaluated().planEvaluated(NOT_SAFE, "Fortsetter", "evaluatePlan-notSafe");

        LocalDate second = story.in(10);
        story.planExtended(second).discussedInTeam();
        story.on(second).planEvaluated(SAFE, "Avsluttes", "evaluatePlan");
        LocalDate watchUntil = story.in(10);
        story.closed(watchUntil);
        story.on(watchUntil).askedAgain();
        closed(story);
        leaves(story.as(WholeCase.TEACHER));
    }

    private void filtersAreThere(Tasklist teacher) {
        for (String filter : List.of("Mine oppgaver", "Min enhet", "Over frist")) {
            assertThat(teacher.filterNamed(filter)).isVisible();
        }
    }

    private void unknownElsewhere(WholeCase story) {
        for (String stranger : List.of("trosterud-principal", "midtstuen-teacher")) {
            story.as(stranger).filter("Min enhet");
            assertThat(story.as(stranger).page.getByText("Ingen oppgaver passer til filteret."))
                    .isVisible();
        }
        assertThat(story.as("trosterud-principal")
                        .page
                        .request()
                        .get(site() + "/api/cases/" + story.caseNumber())
                        .status())
                .isEqualTo(404);
    }

    private void shownInCase(Tasklist counsellor) {
        Form form = counsellor.open("Mine oppgaver", "Analyser og konkluder");
        assertThat(violations(counsellor.page, ".task-card .fjs-form")).isEmpty();
        assertThat(form.place()).isVisible();
        counsellor.tab("Saken");
        assertThat(counsellor.page.locator(".tolv-case")).containsText("Jeg gruer meg til friminuttene.");
        counsellor.picture("tab-saken");
        counsellor.tab("Skjema");
    }

    private void planShownInCase(Tasklist principal) {
        principal.open("Min enhet", "Innhent informasjon");
        principal.tab("Saken");
        Locator file = principal.page.locator(".tolv-case");
        assertThat(file.getByRole(AriaRole.TABLE, new Locator.GetByRoleOptions().setName("Oppgaver som venter")))
                .containsText("Innhent informasjon");
        assertThat(file).containsText("Versjon 1 · I kraft");
        assertThat(file).containsText("Varsel til rektor");
        principal.picture("tab-saken-plan");
        assertThat(violations(principal.page, ".tolv-case")).isEmpty();
        Download plan = principal.page.waitForDownload(
                () -> file.getByText("Last ned versjon 1 (PDF)").click());
        assertThat(plan.path()).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        principal.tab("Skjema");
    }

    private void seenInCockpit(WholeCase story) {
        Cockpit cockpit = new Cockpit(story.as(WholeCase.PRINCIPAL).page, site());
        cockpit.openCase(story.caseNumber(), "cockpit-principal");
        assertThat(cockpit.page().locator("body")).not().containsText(WholeCase.PUPIL);
        assertThat(chromium.window()
                        .request()
                        .get(
                                site() + "/api/cases/" + story.caseNumber(),
                                RequestOptions.create().setHeader("Authorization", DemoClock.admin()))
                        .status())
                .isEqualTo(404);
    }

    private void closed(WholeCase story) {
        String file = story.as(WholeCase.PRINCIPAL)
                .page
                .request()
                .get(site() + "/api/cases/" + story.caseNumber())
                .text();
        assertThat(file).contains("\"CLOSED\"");
    }

    /** What was written and whom it is about stands in the case, and nowhere on the way there. */
    private void leavesNoTrace(WholeCase story, CapturedOutput log) {
        List<String> left = story.leftInBrowsers();
        assertThat(left)
                .hasSizeGreaterThan(500)
                .anyMatch(trace -> trace.contains("/submit-form"))
                .anyMatch(trace -> trace.contains("\"XSRF-TOKEN\""))
                .allSatisfy(trace -> assertThat(trace).doesNotContain(SECRETS));
        assertThat(log.getAll()).doesNotContain(SECRETS);
        assertThat(metrics.getMeters())
                .extracting(meter -> meter.getId().toString())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter)
                        .doesNotContain(SECRETS)
                        .doesNotContain(story.caseNumber(), "midtstuen-", "elev-")
                        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-"));
    }

    @Test
    @Order(3)
    @DisplayName("Tjeneren skriver ingen liste over hvem som har spurt om hva")
    void noAccessLog() {
        assertThat(((TomcatWebServer) server.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .noneMatch(AccessLog.class::isInstance);
    }

    /** Camunda's own way out ends our session too. */
    private void leaves(Tasklist teacher) {
        teacher.logOut();
        teacher.page.waitForURL("**/login*");
        teacher.page.navigate(site() + "/");
        teacher.page.waitForURL("**/login*");
    }

    private static List<String> violations(Page page, String... within) {
        AxeBuilder axe = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"));
        return (within.length == 0 ? axe : axe.include(List.of(within)))
                .analyze().getViolations().stream().map(WholeCaseIT::sentence).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().get(0).getHtml();
    }

    /** A Monday at school with no long holiday in the ten weeks the case lasts, so that it reads the same on every date. */
    private LocalDate quietMonday() {
        LocalDate date = clock.today().plusDays(1);
        while (date.getDayOfWeek().getValue() != 1
                || !schoolDays.isSchoolDay("midtstuen", date)
                || schoolDays.plus("midtstuen", date, 40).isAfter(date.plusDays(64))) {
            date = date.plusDays(1);
        }
        return date;
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
