package no.tolv.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * That somebody has read something in a case, or was turned away.
 *
 * @param caseNumber the case, or null when what was asked for leads to none
 * @param role the role the reader had in the case's unit then, or null without a case
 * @param what a code of at most 64 characters
 * @param allowed false when the reader was turned away
 * @param closed whether the case was closed then
 */
public record Reading(
        long id,
        String caseNumber,
        String reader,
        String role,
        Instant at,
        String what,
        boolean allowed,
        boolean closed,
        String channel) {

    /** A row of {@code case_reading}. */
    public static Reading read(ResultSet row) throws SQLException {
        return new Reading(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("reader"),
                row.getString("acting_role"),
                Instants.read(row, "read_at"),
                row.getString("what"),
                row.getBoolean("allowed"),
                row.getBoolean("case_closed"),
                row.getString("channel"));
    }
}
