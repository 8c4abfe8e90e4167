package no.tolv.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as both databases hand them over. */
final class Instants {

    private Instants() {}

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Instant readNullable(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : read(row, column);
    }
}
