package org.cabildo.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who signs heads.
 *
 * @param key base64 of 32 bytes, the seed of an Ed25519 key; only the worker has it
 */
@Validated
@ConfigurationProperties("cabildo.ledger")
record LedgerSettings(@Nullable String key) {

    @Override
    public String toString() {
        return "LedgerSettings";
    }
}
