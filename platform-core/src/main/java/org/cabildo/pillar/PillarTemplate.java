package org.cabildo.pillar;

import java.util.List;

/**
 * A pillar set a tenant may start from.
 *
 * @param code as the onboarding list names it
 * @param source where the set is written
 */
public record PillarTemplate(String code, String name, String source, List<PillarDraft> pillars) {}
