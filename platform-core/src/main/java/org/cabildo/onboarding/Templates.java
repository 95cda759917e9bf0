package org.cabildo.onboarding;

import java.util.List;

/** The pillar templates a tenant may start with. */
public final class Templates {

    /** What a tenant gets unless another is named: the values of the Open Government Partnership. */
    public static final String DEFAULT = "ogp";

    /** All of them, in the order they are offered. */
    public static final List<String> ALL = List.of("ogp", "cplt", "segpres", "carta", "achm", "concepcion", "santiago");

    private Templates() {}
}
