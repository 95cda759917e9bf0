--liquibase formatted sql

--changeset invitation:001 comment:Invitations by mail link, each row one link
create table invitation (
  id            uuid primary key,
  tenant_id     uuid not null references tenant (id),
  email         text not null check (email = lower(email)),
  name          text not null,
  roles         text not null,                       -- comma-separated
  language      text not null check (language in ('es', 'en')),
  invited_by    text,                                -- null: the national coordination, while the tenant was made
  granted       boolean not null default false,      -- the roles were given in advance to whoever has the address
  token_hash    bytea not null unique,               -- SHA-256; the token itself is in the letter only
  made_at       timestamptz not null,
  expires_at    timestamptz not null,
  mail_id       uuid references mail (id) on delete set null,
  state         text not null default 'OPEN' check (state in ('OPEN', 'USED', 'WITHDRAWN', 'REPLACED')),
  ended_at      timestamptz,
  used_by       uuid references person (id),
  used_with     text                                 -- the verified address of whoever accepted
);
create unique index invitation_open on invitation (tenant_id, email) where state = 'OPEN';
create index invitation_person on invitation (used_by, tenant_id) where used_by is not null;
--rollback drop table invitation;

--changeset invitation:002 comment:What a person says of themselves
alter table person add column named_by_self boolean not null default false; -- the provider's name no longer replaces it
alter table person add column language text check (language in ('es', 'en')); -- null: not chosen
--rollback alter table person drop column named_by_self; alter table person drop column language;

--changeset invitation:003 comment:Where people are signed in to the back office
create table office_session (
  id            uuid primary key,
  person_id     uuid not null references person (id),
  browser       text not null,                       -- its name and system, never the whole header
  started_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  ended_at      timestamptz
);
create index office_session_person on office_session (person_id) where ended_at is null;
--rollback drop table office_session;
