package org.cabildo.tenancy;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The door to plain SQL in the current scope. The text must be a constant, checked by the compiler; values are bound.
 * Names are unqualified: the scope's login decides where they lead.
 */
@Component
public class Sql {

    private final JdbcClient client;

    Sql(DataSource connections) {
        client = JdbcClient.create(connections);
    }

    /** The same door on the connection that an {@link OnboardingStep} was given, and in its transaction. */
    public static Sql on(Connection connection) {
        return new Sql(new SingleConnectionDataSource(connection, true));
    }

    /** A statement with this constant text. */
    public JdbcClient.StatementSpec of(@CompileTimeConstant final String text) {
        return client.sql(text);
    }
}
