--liquibase formatted sql

--changeset notice:001 comment:What the national coordination tells those who work in tenants, and who has read it
create table notice (
  id            uuid primary key,
  title_es      text not null,
  text_es       text not null,
  title_en      text not null default '',            -- empty: the Spanish one is shown
  text_en       text not null default '',
  severity      text not null check (severity in ('INFORMATION', 'WARNING', 'URGENT')),
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  audience      text not null check (audience in ('ALL', 'KINDS', 'REGIONS', 'CHOSEN')),
  kinds         text not null default '',            -- comma-separated
  regions       text not null default '',            -- codes, comma-separated
  state         text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  written_by    text not null,
  written_at    timestamptz not null,
  published_at  timestamptz,
  withdrawn_at  timestamptz
);
create index notice_open on notice (ends_at) where state = 'PUBLISHED';
create table notice_tenant (                         -- those chosen one by one
  notice_id  uuid not null references notice (id) on delete cascade,
  tenant_id  uuid not null references tenant (id),
  primary key (notice_id, tenant_id)
);
create table notice_reading (
  notice_id  uuid not null references notice (id) on delete cascade,
  person_id  uuid not null,                          -- who said that they read it; once, wherever they work
  tenant_id  uuid not null references tenant (id),   -- where they read it
  read_at    timestamptz not null,
  primary key (notice_id, person_id)
);
--rollback drop table notice_reading; drop table notice_tenant; drop table notice;
