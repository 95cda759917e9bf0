--liquibase formatted sql

--changeset benchmarking:006 comment:Who leads a shared commitment: it counts for the consortium as a whole, and for each member what it leads
alter table figure_commitment add column lead_id uuid;                 -- a member; null: nobody alone, or told before leads were
create or replace view commitment_count as
  with told as (
    select f.tenant_id, f.lead_id from figure_commitment f join tenant t on t.id = f.tenant_id
     where t.life = 'ACTIVE' and not f.withdrawn),
  owned as (
    select tenant_id from told
    union all
    select m.member_id from told join consortium_member m
      on m.consortium_id = told.tenant_id and m.member_id = told.lead_id and m.state in ('MEMBER', 'SUSPENDED'))
  select tenant_id, count(*)::int as commitments from owned group by tenant_id;
--rollback drop view commitment_count; alter table figure_commitment drop column lead_id;
