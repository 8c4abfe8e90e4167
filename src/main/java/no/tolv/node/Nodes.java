package no.tolv.node;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nodes that have been seen, by the database's own clock, so that those of the nodes do not matter. */
@Repository
class Nodes {

    private static final String SILENT = "last_seen < current_timestamp - interval '90' second";
    private static final String FORGOTTEN = "last_seen < current_timestamp - interval '1' day";

    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This node lives. */
    void seen(String id, String name, String version) {
        int known = jdbc.sql("update node set last_seen = current_timestamp where id = ?")
                .param(id)
                .update();
        if (known == 0) {
            jdbc.sql("insert into node (id, name, version, started, last_seen)"
                            + " values (?, ?, ?, current_timestamp, current_timestamp)")
                    .params(id, name, version)
                    .update();
        }
    }

    void gone(String id) {
        jdbc.sql("delete from node where id = ?").param(id).update();
    }

    /** Those that have said nothing for a minute and a half. */
    List<String> silent() {
        return jdbc.sql("select id from node where " + SILENT)
                .query(String.class)
                .list();
    }

    /** The names of those that live. */
    List<String> alive() {
        return jdbc.sql("select name from node where not (" + SILENT + ") order by name")
                .query(String.class)
                .list();
    }

    void forgetLongGone() {
        jdbc.sql("delete from node where " + FORGOTTEN).update();
    }
}
