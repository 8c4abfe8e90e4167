package no.tolv.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** The real Cockpit, in the window of somebody who has logged in. */
record Cockpit(Page page, String site) {

    /** Finds the running case by its business key in the list of the process, and opens its diagram. */
    void openCase(String caseNumber, String picture) {
        page.navigate(site + "/camunda/app/cockpit/default/#/processes");
        page.locator("a:has-text('Aktivitetsplikt (§ 12-4)')").first().click();
        page.locator("tr:has-text('" + caseNumber + "') a").first().click();
        page.locator("[data-element-id='userTask_receiveReport']").first().waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/e2e", picture + ".png")));
    }
}
