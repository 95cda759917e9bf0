--liquibase formatted sql

--changeset benchmarking:009 comment:When a commitment runs and how its milestones stand, for whoever takes the whole country along; null in what was told before
alter table figure_commitment add column starts date;
alter table figure_commitment add column ends date;
create or replace view told_commitment as
  select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id, f.words,
         f.starts, f.ends
    from figure_commitment f join tenant t on t.id = f.tenant_id
   where t.life = 'ACTIVE' and f.plan_slug is not null;
create view told_milestone as
  select m.tenant_id, m.commitment_id, m.due, m.completed_on
    from figure_milestone m join tenant t on t.id = m.tenant_id
   where t.life = 'ACTIVE';
--rollback drop view told_milestone; drop view told_commitment; alter table figure_commitment drop column starts, drop column ends; create view told_commitment as select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id, f.words from figure_commitment f join tenant t on t.id = f.tenant_id where t.life = 'ACTIVE' and f.plan_slug is not null;
