package org.cabildo.calendar;

import java.time.ZoneId;
import java.util.Optional;
import org.cabildo.tenancy.TenantKind;

/**
 * A municipality or a regional government: what may become a tenant.
 *
 * @param code official code (CUT): five digits for a municipality, two for a regional government
 * @param kind municipality or regional government
 * @param name the formal name, such as <i>Municipalidad de Renca</i>
 * @param shortName the name in daily use, such as <i>Renca</i> or <i>Gobierno de Santiago</i>
 * @param slug the address it gets unless another is asked for
 * @param regionCode two digits
 * @param regionName the region's name
 * @param seatComunaCode the comuna it sits in, whose local holidays it keeps
 * @param population inhabitants at the census of 2024
 * @param pndr how rural it is; empty for a regional government
 * @param populationBand the band of population it is compared in
 * @param timeZone where its legal days begin and end
 * @param synthetic whether it is invented (region 99)
 */
public record Government(
        String code,
        TenantKind kind,
        String name,
        String shortName,
        String slug,
        String regionCode,
        String regionName,
        String seatComunaCode,
        int population,
        Optional<PndrClass> pndr,
        String populationBand,
        ZoneId timeZone,
        boolean synthetic) {}
