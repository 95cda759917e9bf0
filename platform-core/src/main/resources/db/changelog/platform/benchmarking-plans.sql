--liquibase formatted sql

--changeset benchmarking:010 comment:What the plan of a published commitment is called, and what it is found by, worked out once; null in what was told before
alter table figure_commitment add column plan_title text;
alter table figure_commitment add column plan_words text;              -- of that title, plain, a blank before each
create or replace view told_commitment as
  select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id, f.words,
         f.starts, f.ends, f.plan_title, f.plan_words
    from figure_commitment f join tenant t on t.id = f.tenant_id
   where t.life = 'ACTIVE' and f.plan_slug is not null;
--rollback drop view told_commitment; alter table figure_commitment drop column plan_title, drop column plan_words; create view told_commitment as select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id, f.words, f.starts, f.ends from figure_commitment f join tenant t on t.id = f.tenant_id where t.life = 'ACTIVE' and f.plan_slug is not null;
