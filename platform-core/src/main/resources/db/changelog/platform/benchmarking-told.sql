--liquibase formatted sql

--changeset benchmarking:007 comment:What the public reads of every tenant's commitments in one place: what each told of what it published
create view told_commitment as
  select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id
    from figure_commitment f join tenant t on t.id = f.tenant_id
   where t.life = 'ACTIVE' and f.plan_slug is not null;
alter table figure_received add column mended_at timestamptz;           -- when a recount last changed what was kept; null: never
create view told_state as                                              -- another one whenever told_commitment may be another one
  select md5(coalesce(string_agg(concat_ws(' ', tenant_id, event_id, mended_at), ',' order by tenant_id), ''))
         || ' ' || (select count(*) from figure_commitment) as state
    from figure_received;
--rollback drop view told_state; alter table figure_received drop column mended_at; drop view told_commitment;
