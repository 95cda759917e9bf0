--liquibase formatted sql

--changeset consortium:002 comment:By which rule a proposed version is approved, as it was when it was proposed
create table approval_rule (
  version_id  uuid primary key references plan_version (id),
  rule        text not null check (rule in ('UNANIMITY', 'TWO_THIRDS', 'MAJORITY')),
  needed      int not null check (needed > 0)        -- approvals, of the members that were asked
);
insert into approval_rule (version_id, rule, needed)
  select version_id, 'UNANIMITY', count(*) from member_approval group by version_id;
--rollback drop table approval_rule;
