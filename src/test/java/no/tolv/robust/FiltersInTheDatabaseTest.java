package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.tolv.robust.TolvHttp.Reply;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningTolv
@DisplayName("En lagret liste kjører bare det den kan ha")
class FiltersInTheDatabaseTest {

    private static final String MARKER = "hostile.marker";
    private static final String EVIL =
            "${''.getClass().forName('hostile.Marker').getDeclaredConstructor().newInstance()}";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String FILTERS = "/engine-rest/filter";

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
        System.clearProperty(MARKER);
    }

    @AfterEach
    void nothingHasRun() {
        jdbc.sql("delete from act_ru_filter where name_ = 'Prøve'").update();
        assertThat(System.getProperty(MARKER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mine oppgaver", "Min enhet", "Over frist"})
    @DisplayName("De tre som følger med, virker")
    void shippedFilters(String name) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        Reply list = tolv.get(PRINCIPAL, FILTERS + "/" + filter.getId() + "/list?firstResult=0&maxResults=15");
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        Reply count = tolv.get(PRINCIPAL, FILTERS + "/" + filter.getId() + "/count");
        assertThat(count.ok().json().path("count").isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"EVIL\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"EVIL\",\"name\":\"x\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"EVIL\"}],\"name\":\"x\"}]}",
                "{\"expressions\":{\"taskName\":\"EVIL\"}}",
                "{\"candidateGroupsExpression\":\"EVIL\",\"candidateUserExpression\":\"EVIL\"}",
                "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"EQUALS\",\"value\":\"EVIL\",\"type\":\"Object\"}]}",
                "{\"assigneeExpression\":[\"EVIL\"]}",
                "{\"assigneeExpression\":\"${now(\"}",
                "{\"dueBeforeExpression\":\"${currentUser()}\"}",
                "{\"candidateGroupsExpression\":\"${currentUser()}\"}",
                "{",
                ""
            })
    @DisplayName("Det noen har skrevet rett i databasen, kjører ingenting, og er ikke en feil hos oss")
    void writtenByHand(String query) {
        String id = filters.saveFilter(filters.newTaskFilter("Prøve")).getId();
        jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                .params(query.replace("EVIL", EVIL), id)
                .update();
        assertThat(tolv.get(PRINCIPAL, FILTERS).ok().text()).contains(id);
        String path = FILTERS + "/" + id;
        for (Reply reply : List.of(
                tolv.get(PRINCIPAL, path),
                tolv.get(PRINCIPAL, path + "?itemCount=true"),
                tolv.get(PRINCIPAL, path + "/list"),
                tolv.get(PRINCIPAL, path + "/count"),
                tolv.get(PRINCIPAL, path + "/singleResult"),
                tolv.post(PRINCIPAL, path + "/list", Map.of("name", "x")),
                tolv.post(PRINCIPAL, path + "/count", Map.of("name", "x")),
                tolv.get(PRINCIPAL, FILTERS + "?itemCount=true"))) {
            assertThat(reply.status()).as(reply.text()).isIn(200, 204, 400);
        }
    }
}
