package org.cabildo.pillar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Unknown;
import org.springframework.data.repository.Repository;

interface PillarRows extends Repository<Pillar, UUID> {

    Pillar save(Pillar pillar);

    Optional<Pillar> findById(UUID id);

    List<Pillar> findBySetOrderByPosition(UUID set);

    default Pillar require(PillarId id) {
        return findById(id.value()).orElseThrow(() -> new Unknown("pillar", id));
    }
}
