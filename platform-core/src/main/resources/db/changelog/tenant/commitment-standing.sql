--liquibase formatted sql

--changeset commitment-standing:001 comment:What the milestones of a published commitment add up to, kept where lists are read
alter table published_commitment add column standing int not null default 0; -- milestones that are not withdrawn
alter table published_commitment add column kept int not null default 0;     -- of these, those that are complete
alter table published_commitment add column progress int not null default 0; -- percent, by weight, rounded down
update published_commitment c
   set standing = m.standing, kept = m.kept, progress = m.progress
  from (
    select m.version_id, m.commitment_id, count(*) as standing, count(*) filter (where p.progress = 100) as kept,
           coalesce(sum(m.weight * coalesce(p.progress, 0)) / nullif(sum(m.weight), 0), 0) as progress
      from published_milestone m left join published_progress p on p.milestone_id = m.milestone_id
     where m.withdrawn is null group by m.version_id, m.commitment_id
  ) m
 where m.version_id = c.version_id and m.commitment_id = c.commitment_id;
--rollback alter table published_commitment drop column progress; alter table published_commitment drop column kept; alter table published_commitment drop column standing;
