package no.tolv.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Det som ligger igjen i en nettleser, blir funnet")
class TracesIT {

    private static final String KEEP_EVERYWHERE = """
            async () => {
              localStorage.setItem('a', 'in-local');
              sessionStorage.setItem('a', 'in-session');
              document.cookie = 'a=in-cookie';
              window.name = 'in-name';
              console.log('in-console');
              await (await caches.open('a')).put('/a', new Response('in-cache'));
              await new Promise(done => {
                const open = indexedDB.open('a', 1);
                open.onupgradeneeded = () => open.result.createObjectStore('a').put('in-database', 'a');
                open.onsuccess = () => { open.result.close(); done(); };
              });
              await fetch('/fetched?a=in-address');
              history.pushState({ a: 'in-history' }, '', '#in-fragment');
              document.title = 'in-title';
            }""";

    @Test
    @DisplayName("på hvert sted det kan ligge")
    void findsAll() {
        try (Chromium chromium = Chromium.start()) {
            BrowserContext window = chromium.window();
            Traces traces = new Traces(window);
            window.route("**/*", route -> route.fulfill(new FulfillOptions().setBody("<html></html>")));
            Page page = window.newPage();
            page.navigate("http://localhost:1/");
            page.evaluate(KEEP_EVERYWHERE);
            assertThat(String.join(" ", traces.all()))
                    .contains(
                            "in-local",
                            "in-session",
                            "in-cookie",
                            "in-name",
                            "in-console",
                            "in-cache",
                            "in-database",
                            "in-address",
                            "in-history",
                            "in-fragment",
                            "in-title");
        }
    }
}
