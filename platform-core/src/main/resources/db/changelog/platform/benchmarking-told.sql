--liquibase formatted sql

--changeset benchmarking:007 comment:What the public reads of every tenant's commitments in one place: what each told of what it published
create view told_commitment as
  select f.tenant_id, f.commitment_id, f.plan_slug, f.number, f.title, f.progress, f.withdrawn, f.updated_at, f.lead_id
    from figure_commitment f join tenant t on t.id = f.tenant_id
   where t.life = 'ACTIVE' and f.plan_slug is not null;
create view told_state as
  select count(*) as tenants, max(occurred_at) as latest from figure_received;
--rollback drop view told_state; drop view told_commitment;
