package no.tolv.node.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL must have on for what it has said yes to, to be there after a power failure. */
class Durability {

    private static final String OFF = """
            select name from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
            order by name""";

    private Durability() {}

    /** Names of the settings that are off; empty for another database. */
    static List<String> off(Connection database) throws SQLException {
        List<String> off = new ArrayList<>();
        if (Database.isPostgres(database)) {
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(OFF)) {
                while (rows.next()) {
                    off.add(rows.getString(1));
                }
            }
        }
        return off;
    }
}
