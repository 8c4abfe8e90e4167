package no.tolv.access.route;

import java.util.Comparator;

/** Something the running application answers to. */
record FoundRoute(String method, String path) implements Comparable<FoundRoute> {

    private static final Comparator<FoundRoute> ORDER =
            Comparator.comparing(FoundRoute::path).thenComparing(FoundRoute::method);

    /** A path as somebody would call it, with something in the place of each variable. */
    String called() {
        return path.replace("{file:.*}", "app/plugin.js")
                .replaceAll("\\{(engineName|processEngineName|engine|name)}", "default")
                .replaceAll("\\{[^/]*}", "x");
    }

    @Override
    public int compareTo(FoundRoute other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
