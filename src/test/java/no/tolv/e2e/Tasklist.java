package no.tolv.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/** The real Tasklist, as one person sees it after having logged in on our page. */
class Tasklist {

    private static final String PASSWORD = WholeCaseIT.PASSWORD;

    final Page page;
    private final String site;

    private Tasklist(Page page, String site) {
        this.page = page;
        this.site = site;
    }

    /** Opens the site's front page, is sent to the login page and from there to Tasklist. */
    static Tasklist login(BrowserContext window, String site, String who) {
        Page page = window.newPage();
        page.navigate(site + "/");
        logIn(page, who);
        Tasklist tasklist = new Tasklist(page, site);
        try {
            page.locator(".task-filters, .tasks-filters").first().waitFor();
        } catch (PlaywrightException late) {
            tasklist.picture("failed-login");
            throw late;
        }
        return tasklist;
    }

    static void logIn(Page page, String who) {
        page.waitForURL("**/login*");
        page.locator("input[name=username]").fill(who);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button[type=submit]").click();
    }

    /** Opens the dialog «Meld fra eller start sak» and chooses what to start. */
    Form start(String process) {
        page.locator("a:has-text('Meld fra eller start sak')").click();
        dialog().locator("ul.processes a")
                .filter(new FilterOptions().setHasText(process))
                .click();
        dialog().locator(".fjs-form").waitFor();
        return new Form(dialog().locator(".fjs-form"));
    }

    Tasklist send() {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send inn"))
                .click();
        return this;
    }

    void closeDialog() {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Lukk").setExact(true))
                .last()
                .click();
        dialog().waitFor(new WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    Locator dialog() {
        return page.locator(".modal-dialog");
    }

    Tasklist filter(String name) {
        page.navigate(site + "/camunda/app/tasklist/default/");
        page.locator(".task-filters, .tasks-filters").first().waitFor();
        filterNamed(name).click();
        return this;
    }

    Locator filterNamed(String name) {
        return page.locator(".task-filters, .tasks-filters")
                .first()
                .locator("a")
                .filter(new FilterOptions().setHasText(name));
    }

    Locator tasks(String name) {
        return page.locator(".tasks-list li.task").filter(new FilterOptions().setHasText(name));
    }

    /** Opens the first task of that name in a list, takes it if nobody has, and answers with its form. */
    Form open(String filter, String task) {
        waitFor(filter, task).click();
        assertThat(page.locator(".task-card h2.task")).containsText(task);
        page.locator(".task-card .fjs-form").waitFor();
        Locator claim = page.locator("button.claim");
        if (claim.isVisible()) {
            claim.click();
            claim.waitFor(new WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
        return new Form(page.locator(".task-card .fjs-form"));
    }

    /** The list does not renew itself when the engine's own threads have moved a case on: it is opened again. */
    private Locator waitFor(String filter, String task) {
        Locator found = tasks(task).first();
        int tries = 0;
        do {
            filter(filter);
            page.waitForCondition(this::isListed);
        } while (!found.isVisible() && ++tries < 5);
        return found;
    }

    private boolean isListed() {
        return page.locator(".tasks-list li.task").count() > 0
                || page.getByText("Ingen oppgaver passer til filteret.").isVisible();
    }

    Tasklist tab(String name) {
        page.locator(".nav-tabs a:has-text('" + name + "')").click();
        return this;
    }

    /** Completes the open task, after a picture of the whole form has been taken. */
    void complete(String picture) {
        picture(picture);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Fullfør"))
                .click();
        assertThat(notifications()).containsText("Oppgaven er fullført.");
    }

    /** Camunda's own way out, which leads to our page. */
    void logOut() {
        page.locator(".account > a").click();
        page.locator(".account .logout a").click();
        page.waitForURL("**/logg-ut");
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Logg ut").setExact(true))
                .click();
    }

    /** The number of the case the first task in the list belongs to. */
    String caseNumber() {
        return page.locator(".tasks-list .variable-value").first().textContent().trim();
    }

    Locator notifications() {
        return page.locator(".page-notifications .notifications");
    }

    /** The page as tall as its form, so that the picture shows all of it. */
    void picture(String name) {
        Object height = page.evaluate(
                "() => Math.max(0, ...[...document.querySelectorAll('.modal-body, .task-card *')].map(e => e.scrollHeight))");
        page.setViewportSize(1440, Math.max(950, ((Number) height).intValue() + 420));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/e2e", name + ".png")));
        page.setViewportSize(1440, 950);
    }
}
