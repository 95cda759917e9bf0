package org.cabildo.commitment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Unknown;
import org.springframework.data.repository.Repository;

interface CommitmentRows extends Repository<Commitment, UUID> {

    Commitment save(Commitment commitment);

    void delete(Commitment commitment);

    /** Writes what was saved, so that rows beside it can refer to it. */
    void flush();

    Optional<Commitment> findById(UUID id);

    List<Commitment> findByPlanOrderByNumber(UUID plan);

    int countByPlan(UUID plan);

    default Commitment require(CommitmentId id) {
        return findById(id.value()).orElseThrow(() -> new Unknown("commitment", id));
    }
}
