--liquibase formatted sql

--changeset tenancy:001 comment:What this tenant's rooms announced; the worker delivers it
create table event_publication (
  id            uuid primary key,
  kind          text not null,
  body          text not null,                       -- JSON
  occurred_at   timestamptz not null,
  claimed_until timestamptz,
  completed_at  timestamptz,
  attempts      int not null default 0,
  failure       text
);
create index event_publication_open on event_publication (occurred_at) where completed_at is null;
--rollback drop table event_publication;

--changeset tenancy:002 comment:The number of this tenant's published version; part of every cache key
create table published_state (
  one          boolean primary key default true check (one),
  version      bigint not null default 1,
  changed_at   timestamptz not null default now()
);
insert into published_state default values;
--rollback drop table published_state;
