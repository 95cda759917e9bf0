--liquibase formatted sql

--changeset plan:001 comment:Action plans, their versions, and the facts of OGP membership
create table plan (
  id               uuid primary key,
  slug             text not null unique,
  title            text not null,
  framework        text not null check (framework in
                     ('OGP_NATIONAL', 'OGP_LOCAL', 'CONSORTIUM', 'OWN', 'INTERNAL', 'MUNICIPAL_MODEL')),
  period_start     date,
  period_end       date,
  summary          text not null,
  source           text not null,                    -- where its facts are written; empty: the tenant's own
  in_preparation   boolean not null default false,   -- shown to the public as being prepared
  version          int  not null,
  check (period_end >= period_start)
);
create table plan_version (
  id            uuid primary key,
  plan_id       uuid not null references plan (id),
  number        int  not null,
  hash          text not null,                       -- SHA-256 of the content, hexadecimal
  state         text not null check (state in ('PROPOSED', 'PUBLISHED', 'DISCARDED')),
  proposed_by   text not null,
  on_behalf_of  text not null,
  proposed_at   timestamptz not null,
  published_at  timestamptz,
  unique (plan_id, number)
);
create table membership_fact (
  id         uuid primary key,
  kind       text not null check (kind in ('APPLICATION', 'LETTER', 'AFFILIATION', 'RESPONSIBLE_UNIT', 'OTHER')),
  statement  text not null,
  happened   date,
  precision  text not null check (precision in ('DAY', 'MONTH', 'YEAR', 'UNDATED')),
  source     text not null,
  version    int  not null
);
create table preparation_item (
  id        uuid primary key,
  plan_id   uuid not null references plan (id),
  kind      text not null check (kind in ('QUESTION', 'PROPOSAL')),
  position  int  not null,
  title     text not null,
  detail    text not null,
  source    text not null
);
--rollback drop table preparation_item; drop table membership_fact; drop table plan_version; drop table plan;

--changeset plan:002 comment:What the public sees of plans: copied when a version is approved, never the live row
create table published_plan_version (
  version_id      uuid primary key,
  plan_id         uuid not null,
  number          int  not null,
  slug            text not null,
  title           text not null,
  framework       text not null,
  period_start    date not null,
  period_end      date not null,
  summary         text not null,
  source          text not null,
  hash            text not null,
  approvals       text not null,                     -- who approved this version, one per line
  published_at    timestamptz not null,
  current_version boolean not null,
  unique (plan_id, number)
);
create unique index published_plan_version_current on published_plan_version (slug) where current_version;
create table published_preparation (
  plan_id   uuid not null,
  slug      text not null,
  title     text not null,
  summary   text not null,
  source    text not null,
  items     text not null,                           -- JSON: questions and proposals, in order
  primary key (plan_id)
);
create table published_membership_fact (
  fact_id    uuid primary key,
  kind       text not null,
  statement  text not null,
  happened   date,
  precision  text not null,
  source     text not null
);
--rollback drop table published_membership_fact; drop table published_preparation; drop table published_plan_version;
