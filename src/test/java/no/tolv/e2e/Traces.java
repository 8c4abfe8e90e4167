package no.tolv.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.StorageStateOptions;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What somebody's browser leaves behind: addresses asked for and shown, messages in its console, and what it keeps. */
class Traces {

    private static final String KEPT_BY_PAGE = """
            async () => {
              const caches = await Promise.all((await window.caches.keys()).map(name => window.caches.open(name)));
              const answers = (await Promise.all(caches.map(cache => cache.matchAll()))).flat();
              const cached = await Promise.all(answers.map(async answer => answer.url + await answer.text()));
              return JSON.stringify([{...sessionStorage}, {...localStorage}, history.state, window.name, cached]);
            }""";

    private final BrowserContext window;
    private final List<String> passing = new ArrayList<>();

    /** Follows a window from now on. */
    Traces(BrowserContext window) {
        this.window = window;
        window.onRequest(request -> passing.add(request.url()));
        window.onConsoleMessage(message -> passing.add(message.text()));
        window.onPage(page -> page.onFrameNavigated(frame -> passing.add(frame.url())));
    }

    /** Everything so far, one text for each. */
    List<String> all() {
        Stream<String> kept = window.pages().stream().map(Traces::keptBy);
        String stored = window.storageState(new StorageStateOptions().setIndexedDB(true));
        return Stream.of(passing.stream(), kept, Stream.of(stored))
                .flatMap(texts -> texts)
                .toList();
    }

    private static String keptBy(Page page) {
        return page.title() + page.url() + page.evaluate(KEPT_BY_PAGE);
    }
}
