package org.cabildo.onboarding;

/**
 * A government to onboard, as somebody typed it. Empty text means the default.
 *
 * @param code official code (CUT)
 * @param administrator e-mail of the first administrator; there is no default
 * @param slug address; empty: the government's own
 * @param host a host of its own; empty: none
 * @param template pillar template; empty: {@link Templates#DEFAULT}
 */
public record Wanted(String code, String administrator, String slug, String host, String template) {

    /** With the default address and no host of its own. */
    public static Wanted of(String code, String administrator, String template) {
        return new Wanted(code, administrator, "", "", template);
    }
}
