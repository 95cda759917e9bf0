--liquibase formatted sql

--changeset consortium:001 comment:Which member has approved which version of the shared plan
create table member_approval (
  version_id   uuid not null references plan_version (id),
  member_id    uuid not null,                        -- a tenant
  member_name  text not null,
  hash         text,                                 -- what was approved; null: not yet
  approved_by  text,
  approved_at  timestamptz,
  primary key (version_id, member_id)
);
--rollback drop table member_approval;
