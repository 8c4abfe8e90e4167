package no.tolv.benchmark;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Plays a tape on connections of its own, each time as another case. Not for several threads at once. */
class ReplayedCase {

    private static final long APART = 99_991;

    private final List<CaseTape.Step> steps;
    private final Set<String> own;
    private final List<Connection> connections;
    private final Map<Integer, Map<String, PreparedStatement>> prepared = new HashMap<>();

    ReplayedCase(List<CaseTape.Step> steps, Set<String> own, List<Connection> connections) {
        this.steps = steps;
        this.own = own;
        this.connections = connections;
    }

    void play(int number) {
        Map<String, String> fresh = new HashMap<>();
        own.forEach(id -> fresh.put(id, fresh(id, number)));
        try {
            for (CaseTape.Step step : steps) {
                play(step, fresh);
            }
        } catch (SQLException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void play(CaseTape.Step step, Map<String, String> fresh) throws SQLException, ReflectiveOperationException {
        Connection connection = connections.get(step.connection());
        if (step instanceof CaseTape.Asked asked) {
            connection.setAutoCommit(asked.alone());
            ask(asked, statement(connection, asked), fresh);
        } else if (step instanceof CaseTape.Ended ended && !connection.getAutoCommit()) {
            if (ended.kept()) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private PreparedStatement statement(Connection connection, CaseTape.Asked asked) throws SQLException {
        Map<String, PreparedStatement> known = prepared.computeIfAbsent(asked.connection(), any -> new HashMap<>());
        PreparedStatement statement = known.get(asked.sql());
        if (statement == null) {
            statement = connection.prepareStatement(asked.sql());
            known.put(asked.sql(), statement);
        }
        return statement;
    }

    private void ask(CaseTape.Asked asked, PreparedStatement statement, Map<String, String> fresh)
            throws SQLException, ReflectiveOperationException {
        for (List<CaseTape.Sent> row : asked.rows()) {
            for (CaseTape.Sent sent : row) {
                sent.by().invoke(statement, arguments(sent, fresh));
            }
            if (asked.batch()) {
                statement.addBatch();
            }
        }
        int written = asked.batch() ? Arrays.stream(statement.executeBatch()).sum() : execute(statement);
        if (written != asked.written()) {
            throw new IllegalStateException("%d rows, not %d: %s".formatted(written, asked.written(), asked.sql()));
        }
    }

    private static int execute(PreparedStatement statement) throws SQLException {
        if (!statement.execute()) {
            return statement.getUpdateCount();
        }
        try (ResultSet found = statement.getResultSet()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (int column = 1; column <= columns; column++) {
                    found.getObject(column);
                }
            }
        }
        return 0;
    }

    private static Object[] arguments(CaseTape.Sent sent, Map<String, String> fresh) {
        Object[] arguments = sent.arguments().clone();
        for (int each = 0; each < arguments.length; each++) {
            if (arguments[each] instanceof CaseTape.Own own) {
                arguments[each] = own.isUuid() ? UUID.fromString(text(own, fresh)) : text(own, fresh);
            } else if (arguments[each] instanceof byte[] bytes
                    && sent.by().getName().equals("setBinaryStream")) {
                arguments[each] = new ByteArrayInputStream(bytes);
            }
        }
        return arguments;
    }

    private static String text(CaseTape.Own own, Map<String, String> fresh) {
        String whole = fresh.get(own.text());
        return whole != null
                ? whole
                : CaseTape.ID.matcher(own.text()).replaceAll(id -> fresh.getOrDefault(id.group(), id.group()));
    }

    /** A case number, or an id as far from the taped one as a later case's would be. */
    private static String fresh(String id, int number) {
        if (Character.isUpperCase(id.charAt(0))) {
            return "REPLAY-2026-" + number;
        }
        long time = Long.parseLong(id.substring(0, 8), 16) + number * APART;
        return "%08x%s%012x".formatted(time & 0xffffffffL, id.substring(8, 24), number);
    }
}
