--liquibase formatted sql

--changeset plan-remark:001 comment:A proposal is sent back with remarks, or taken back, before it is published
alter table plan_version drop constraint plan_version_state_check;
alter table plan_version add constraint plan_version_state_check
  check (state in ('PROPOSED', 'PUBLISHED', 'DISCARDED', 'RETURNED', 'WITHDRAWN'));
alter table plan_version add column ended_by text not null default '';   -- who sent it back or took it back
alter table plan_version add column ended_at timestamptz;
create table plan_remark (                            -- one for each institution that is asked, never public
  version_id   uuid not null references plan_version (id),
  member_id    uuid not null,                         -- on whose behalf: the tenant itself, or a consortium's member
  member_name  text not null,
  said_by      text not null,
  said_at      timestamptz not null,
  said         text not null,
  primary key (version_id, member_id)
);
--rollback drop table plan_remark; alter table plan_version drop column ended_at; alter table plan_version drop column ended_by;
