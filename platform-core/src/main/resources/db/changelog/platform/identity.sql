--liquibase formatted sql

--changeset identity:001 comment:People who sign in to the back office, and where they work
create table person (
  id              uuid primary key,
  email           text not null unique check (email = lower(email)),
  name            text not null,
  issuer          text,                              -- of the OIDC provider they signed in with; null: never yet
  subject         text,
  coordinator     boolean not null default false,    -- national coordinator
  signed_in_at    timestamptz,
  unique (issuer, subject)
);
create table membership (
  person_id  uuid not null references person (id),
  tenant_id  uuid not null references tenant (id),
  role       text not null check (role in ('ADMINISTRATOR', 'APPROVER', 'EDITOR', 'READER')),
  added_by   text not null,
  added_at   timestamptz not null default now(),
  primary key (person_id, tenant_id, role)
);
create index membership_tenant on membership (tenant_id);
--rollback drop table membership; drop table person;
