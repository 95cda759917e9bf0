package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that anybody was told who said something to PostgreSQL. */
final class Loot {

    private final List<String> told = new ArrayList<>();
    private @Nullable String refusal;

    /** Says it, and answers the SQLSTATE of the refusal, or null. */
    @Nullable
    String say(Connection connection, String sql, boolean prepared) throws SQLException {
        refusal = null;
        try (var statement = prepared ? connection.prepareStatement(sql) : connection.createStatement()) {
            boolean rows = statement instanceof PreparedStatement ready ? ready.execute() : statement.execute(sql);
            collect(statement, rows);
        } catch (SQLException e) {
            told.add(String.valueOf(e.getMessage()));
            refusal = e.getSQLState();
        }
        return refusal;
    }

    private void collect(Statement statement, boolean first) throws SQLException {
        for (boolean rows = first; rows || statement.getUpdateCount() >= 0; rows = statement.getMoreResults()) {
            if (rows) {
                try (var result = statement.getResultSet()) {
                    while (result.next()) {
                        told.add(Overseer.row(result));
                    }
                }
            }
        }
    }

    /** SQLSTATE of the last refusal; null: what was said last passed. */
    @Nullable
    String refusal() {
        return refusal;
    }

    List<String> all() {
        return told;
    }

    List<String> rows() {
        return told.stream().filter(text -> !text.startsWith("ERROR")).toList();
    }
}
