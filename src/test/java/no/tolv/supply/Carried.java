package no.tolv.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.stream.StreamSupport;

/** A library in our jar, as the bill of materials names it. */
record Carried(String part, String version) {

    static List<Carried> in(URL billOfMaterials) throws IOException {
        JsonNode components = new ObjectMapper().readTree(billOfMaterials).path("components");
        return StreamSupport.stream(components.spliterator(), false)
                .map(component -> new Carried(
                        component.path("group").asText() + ":"
                                + component.path("name").asText(),
                        component.path("version").asText()))
                .toList();
    }
}
