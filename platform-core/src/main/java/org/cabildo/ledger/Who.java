package org.cabildo.ledger;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.cabildo.identity.Officer;

/**
 * A person of an act. An entry says a keyed hash instead.
 *
 * @param name as it is kept apart, so that officers can read who it was
 */
record Who(UUID person, String name) {

    static Who of(Officer officer) {
        return new Who(officer.person().value(), officer.name());
    }

    /** The object that stands for a person in entries: made of their mark, so it tells as little. */
    static Subject subject(String mark) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(mark, 0, 32));
        return new Subject("person", new UUID(bytes.getLong(), bytes.getLong()));
    }
}
