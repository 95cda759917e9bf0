package org.cabildo.plan;

import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Unknown;
import org.springframework.data.repository.Repository;

interface PlanRows extends Repository<Plan, UUID> {

    Plan save(Plan plan);

    void delete(Plan plan);

    Optional<Plan> findById(UUID id);

    boolean existsBySlug(String slug);

    default Plan require(PlanId id) {
        return findById(id.value()).orElseThrow(() -> new Unknown("plan", id));
    }
}
