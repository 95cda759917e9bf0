package org.cabildo.commitment;

import org.cabildo.commitment.published.EvidenceFile;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as a report keeps it: at an address or in a file.
 *
 * @param shows what is seen there
 */
record Proof(@Nullable String url, @Nullable EvidenceFile file, String shows) {}
