package org.cabildo.calendar;

/**
 * One of the commitments of Chile's first four action plans, to be inspired by.
 *
 * @param code given by OGP, such as CL0054
 * @param year first year of the plan's cycle, shown with the code
 * @param plan such as <i>Plan de Acción Nacional 4</i>
 * @param period in years, such as 2018-2020
 * @param title OGP's own English machine translation, as printed
 * @param theme its first policy area
 * @param starred whether OGP's reviewers marked it as exemplary
 */
public record NationalCommitment(
        String code,
        int year,
        String plan,
        String period,
        String title,
        OgpVocabulary.PolicyArea theme,
        boolean starred) {}
