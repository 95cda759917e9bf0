--liquibase formatted sql

--changeset consortium:001 comment:Who belongs to a consortium, and which roles its members' officers have there
create table consortium_member (
  consortium_id  uuid not null references tenant (id),
  member_id      uuid not null references tenant (id),
  grants         text not null default 'APPROVER,EDITOR,READER', -- roles that a member's officers may bring along
  joined_on      date not null,
  source         text,                                           -- where the fact is written
  primary key (consortium_id, member_id),
  check (consortium_id <> member_id)
);
create index consortium_member_of on consortium_member (member_id);
--rollback drop table consortium_member;
