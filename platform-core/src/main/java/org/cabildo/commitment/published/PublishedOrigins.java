package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;

/** What the published commitments of the tenant in scope were adapted from. Most were adapted from nothing. */
@Service
public class PublishedOrigins {

    private final Sql sql;

    PublishedOrigins(Sql sql) {
        this.sql = sql;
    }

    /** What the commitments of a version were adapted from, by their ids; those that were not are not there. */
    public Map<UUID, Origin> of(UUID version) {
        return sql
                .of("select * from published_commitment_origin where version_id = ?")
                .param(version)
                .query(PublishedOrigins::byId)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the commitments of all plans in force were adapted from, by their ids; those that were not are not there. */
    public Map<UUID, Origin> all() {
        return sql.of("""
                        select o.* from published_commitment_origin o
                          join published_plan_version v on v.version_id = o.version_id and v.current_version
                        """).query(PublishedOrigins::byId).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<UUID, Origin> byId(ResultSet row, int number) throws SQLException {
        return Map.entry(row.getObject("commitment_id", UUID.class), Origin.of(row));
    }
}
