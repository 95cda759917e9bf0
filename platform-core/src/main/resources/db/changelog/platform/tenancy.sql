--liquibase formatted sql

--changeset tenancy:001 comment:The directory of tenants and their addresses
create table tenant (
  id                 uuid primary key,
  key                text not null unique check (key ~ '^[a-z][a-z0-9]{7,30}$'), -- opaque: schema and roles bear it
  kind               text not null check (kind in ('MUNICIPALITY', 'REGIONAL_GOVERNMENT', 'CONSORTIUM', 'ASSOCIATION')),
  name               text not null,
  slug               text not null unique,
  host               text unique,                    -- a host of its own; null: <slug>.<portal host> only
  government_code    text unique,                    -- CUT of the comuna (5) or of the region (2); null for a consortium
  region_code        text,
  time_zone          text not null,
  synthetic          boolean not null default false, -- true: invented content, shown as such
  life               text not null default 'ACTIVE' check (life in ('ACTIVE', 'SUSPENDED')),
  cell               text not null default 'main',   -- database cluster the schema lives in
  schema_version     int  not null,                  -- number of tenant changesets applied
  onboarded_at       timestamptz not null default now()
);
create table tenant_login (
  tenant_id  uuid not null references tenant (id),
  kind       text not null check (kind in ('OFFICE', 'PORTAL')),
  login      text not null unique,
  secret     bytea not null,                         -- AEAD, key outside the database, one key per kind
  primary key (tenant_id, kind)
);
--rollback drop table tenant_login; drop table tenant;

--changeset tenancy:002 comment:Orders of onboarding and migration, worked by the worker
create table tenant_order (
  id               uuid primary key,
  batch_id         uuid not null,                    -- the request this order came with
  kind             text not null check (kind in ('ONBOARD', 'MIGRATE')),
  tenant_id        uuid not null,                    -- id the tenant has or will have
  name             text not null,
  slug             text not null,
  host             text,
  tenant_kind      text not null,
  government_code  text,
  region_code      text,
  time_zone        text not null,
  synthetic        boolean not null default false,
  administrator    text,                             -- e-mail of the first administrator
  pillar_template  text,
  members          text,                             -- consortium: its members, comma-separated tenant ids
  requested_by     text not null,
  requested_at     timestamptz not null default now(),
  state            text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
  attempts         int not null default 0,
  reason           text,                             -- of the failure, in words
  ended_at         timestamptz
);
create index tenant_order_waiting on tenant_order (requested_at) where state = 'WAITING';
create index tenant_order_batch on tenant_order (batch_id);
create unique index tenant_order_once on tenant_order (government_code) where state = 'WAITING' and kind = 'ONBOARD';
--rollback drop table tenant_order;

--changeset tenancy:003 comment:What the platform's own rooms announced, same name as in every tenant
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
