--liquibase formatted sql

--changeset benchmarking:005 comment:What the public reads of the figures: how many commitments stand, a shared one for each who shares it
create view commitment_count as
  with told as (
    select f.tenant_id from figure_commitment f join tenant t on t.id = f.tenant_id
     where t.life = 'ACTIVE' and not f.withdrawn),
  owned as (
    select tenant_id from told
    union all
    select m.member_id from told join consortium_member m on m.consortium_id = told.tenant_id)
  select tenant_id, count(*)::int as commitments from owned group by tenant_id;
--rollback drop view commitment_count;
