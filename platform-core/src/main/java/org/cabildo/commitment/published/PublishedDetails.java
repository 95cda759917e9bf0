package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the details of a published commitment out of its row. */
final class PublishedDetails {

    private static final TypeReference<Map<Detail, String>> BY_PART = new TypeReference<>() {};

    private PublishedDetails() {}

    static Details of(ResultSet row, JsonMapper json) throws SQLException {
        return new Details(json.readValue(row.getString("details"), BY_PART));
    }
}
