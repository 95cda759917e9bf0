--liquibase formatted sql

--changeset ledger:002 comment:Acts among the platform's rows that a tenant's trail is owed; the worker carries them over
create table ledger_owed (
  id            uuid primary key,
  tenant_id     uuid not null references tenant (id),
  happened_at   timestamptz not null,
  act           text not null,
  object_kind   text,
  object_id     uuid,                                -- null: it was done to a person
  whom_id       uuid,                                -- that person; in the trail a keyed hash stands for them
  whom_name     text,
  actor_id      uuid,                                -- null: the house itself
  actor_name    text,
  on_behalf_of  text,
  facts         text not null,                       -- JSON
  check (object_id is not null or whom_id is not null)
);
create index ledger_owed_tenant on ledger_owed (tenant_id, happened_at, id);
--rollback drop table ledger_owed;
