--liquibase formatted sql

--changeset benchmarking:008 comment:What a published commitment is found by, worked out once: thirty thousand titles are looked through in one statement
alter table figure_commitment add column words text;                   -- of the title, plain, a blank before each; null: it has no place yet
update figure_commitment set words = ' ' || regexp_replace(unaccent(lower(title)), '[^[:alnum:]]+', ' ', 'g');
create or replace view told_commitment as
  select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id, f.words
    from figure_commitment f join tenant t on t.id = f.tenant_id
   where t.life = 'ACTIVE' and f.plan_slug is not null;
--rollback drop view told_commitment; alter table figure_commitment drop column words; create view told_commitment as select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id from figure_commitment f join tenant t on t.id = f.tenant_id where t.life = 'ACTIVE' and f.plan_slug is not null;
