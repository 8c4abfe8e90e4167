package no.tolv.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** H2's guard on the tables that are only ever added to; PostgreSQL has a function of its own (INV-18). */
public class RefuseRewriting implements Trigger {

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table.toLowerCase();
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException(
                "Rader i " + table + " kan ikke endres eller slettes. Skriv en ny rad som retter den gamle.");
    }
}
