--liquibase formatted sql

--changeset ledger:003 comment:How far each tenant's trail was checked against its heads, and whether it was found rewritten
create table ledger_check (
  tenant_id     uuid primary key references tenant (id),
  next_look     timestamptz not null,
  looked_at     timestamptz,                         -- null: never to the end
  began_at      timestamptz,                         -- when the walk that goes on began at the first entry
  count         bigint not null default 0,           -- entries that were whole in this walk
  hash          text,                                -- of the last of them; null: of the trail's beginning
  broken_at     timestamptz,                         -- since when it is known to be rewritten; null: it is whole
  broken_entry  bigint                               -- the first entry that is another than the one signed
);
create index ledger_check_next_look on ledger_check (next_look);
create index ledger_head_key on ledger_head (key_id, signed_at);
--rollback drop index ledger_head_key; drop table ledger_check;
