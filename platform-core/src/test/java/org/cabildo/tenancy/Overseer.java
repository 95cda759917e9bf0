package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.testing.Machine;

/** Sees and does everything in the test's database, as no application ever could. */
final class Overseer {

    private static final Queue<Connection> RESTING = new ConcurrentLinkedQueue<>(); // to sign in costs more than to ask

    private Overseer() {}

    /** A connection of its own, for whoever holds on to it. */
    static Connection connect() throws SQLException {
        var postgres = Machine.postgres();
        return postgres.connect(postgres.superuser());
    }

    /** Each row as its columns joined by bars. */
    static List<String> rows(String sql, Object... values) {
        return ask(sql, connection -> rows(connection, sql, values));
    }

    static List<String> rows(Connection connection, String sql, Object... values) throws SQLException {
        try (var query = prepare(connection, sql, values);
                var rows = query.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(row(rows));
            }
            return found;
        }
    }

    static String one(String sql, Object... values) {
        var rows = rows(sql, values);
        if (rows.size() != 1) {
            throw new IllegalStateException("%d rows: %s".formatted(rows.size(), sql));
        }
        return rows.getFirst();
    }

    static int count(String sql, Object... values) {
        return Integer.parseInt(one(sql, values));
    }

    static int run(String sql, Object... values) {
        return ask(sql, connection -> {
            try (var statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private interface Question<T> {
        T on(Connection connection) throws SQLException;
    }

    /** One connection goes from question to question; one that failed, or that died with its server, answers no more. */
    private static <T> T ask(String sql, Question<T> question) {
        try {
            var rested = RESTING.poll();
            var connection = rested != null && rested.isValid(5) ? rested : connect();
            try {
                var answer = question.on(connection);
                RESTING.add(connection);
                return answer;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The opaque key of a tenant: its schema's name. */
    static String keyOf(TenantId tenant) {
        return one("select key from platform.tenant where id = ?", tenant.value());
    }

    /** Another server than the shared one, seen by its superuser. */
    static String one(LocalPostgres postgres, String sql) {
        try (var connection = postgres.connect(postgres.superuser())) {
            return String.join("\n", rows(connection, sql));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    static String row(ResultSet rows) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getString(i));
        }
        return columns.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
}
