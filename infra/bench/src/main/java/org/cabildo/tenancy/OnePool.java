package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;

/** The rooms' door to SQL over an ordinary pool without scope or fence, as a house with a single tenant would have it. */
@NullMarked
public final class OnePool extends ScopedConnections {

    private final transient DataSource pool;

    @SuppressWarnings("NullAway") // what is left out serves the scope, and every connection comes from the pool here
    private OnePool(DataSource pool) {
        super(null);
        this.pool = pool;
    }

    /** The door, to give to a room. */
    public static Sql over(DataSource pool) {
        return new Sql(new OnePool(pool));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }
}
