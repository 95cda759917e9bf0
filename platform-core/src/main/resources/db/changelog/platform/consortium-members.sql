--liquibase formatted sql

--changeset consortium:002 comment:How a tenant comes to belong to a consortium, pauses and leaves, and how many must approve a plan
alter table consortium_member add column state text not null default 'MEMBER'
  check (state in ('INVITED', 'DECLINED', 'MEMBER', 'SUSPENDED', 'LEFT'));
alter table consortium_member add column link text;                       -- https address of the founding document
alter table consortium_member add column reason text not null default ''; -- why it declined, was suspended or left
alter table consortium_member add column changed_by text;                 -- who brought it to this state; null: the house
alter table consortium_member add column changed_at timestamptz not null default now();
alter table consortium_member alter column joined_on drop not null;
alter table consortium_member add check (state in ('INVITED', 'DECLINED') or joined_on is not null);
create table consortium_rule (                                             -- none: unanimity
  consortium_id  uuid primary key references tenant (id),
  rule           text not null check (rule in ('UNANIMITY', 'TWO_THIRDS', 'MAJORITY')),
  source         text not null,                                           -- where the members agreed on it
  ruled_by       text not null,
  ruled_at       timestamptz not null
);
--rollback drop table consortium_rule; alter table consortium_member drop column state, drop column link, drop column reason, drop column changed_by, drop column changed_at;
