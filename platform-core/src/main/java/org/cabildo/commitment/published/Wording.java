package org.cabildo.commitment.published;

/**
 * Which versions of a plan say another thing of a commitment than the one before, in SQL. What is compared is what
 * {@link PublishedAmendments} tells.
 */
final class Wording {

    /** Before the condition, which may ask of a version {@code w} and its commitment {@code o}. */
    static final String CHANGED_WHERE = """
            (select told.* from (
              select said.*, lag(said.wording) over (partition by said.commitment_id order by said.number) as before from (
                select w.version_id, w.plan_id, w.slug, w.title as plan_title, w.number, w.current_version, w.reason,
                       w.published_at, o.commitment_id, o.number as commitment, jsonb_build_array(o.title, o.withdrawn,
                         o.problem, o.description, o.actors, o.responsible, o.lead_name, o.starts, o.ends, o.pillars,
                         o.details::jsonb,
                         (select jsonb_object_agg(r ->> 'value', r ->> 'explanation')
                            from jsonb_array_elements(o.relevance::jsonb) r),
                         (select jsonb_build_array(g.title, g.institution, g.plan, g.code)
                            from published_commitment_origin g
                           where g.version_id = o.version_id and g.commitment_id = o.commitment_id),
                         (select jsonb_object_agg(s.milestone_id, jsonb_build_array(s.activity, s.withdrawn,
                                   s.deliverable, s.responsible, s.starts, s.ends, s.weight, s.follows))
                            from published_milestone s
                           where s.version_id = o.version_id and s.commitment_id = o.commitment_id)) as wording
                  from published_plan_version w join published_commitment o on o.version_id = w.version_id
                 where
            """;

    /** After the condition. */
    static final String END = """
            ) said) told where told.wording <> told.before)
            """;

    private Wording() {}
}
