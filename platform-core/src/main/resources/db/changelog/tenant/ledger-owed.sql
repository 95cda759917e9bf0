--liquibase formatted sql

--changeset ledger:002 comment:Which acts of the platform's the trail has, and who from elsewhere entered on which day
create table ledger_taken (
  id        uuid primary key,
  taken_at  timestamptz not null
);
create table ledger_entrance (
  person_id  uuid not null,
  day        date not null,                          -- in the tenant's zone
  primary key (person_id, day)
);
create index ledger_entry_settings on ledger_entry (number) where object_kind in ('portal', 'pillars', 'tenant');
--rollback drop index ledger_entry_settings; drop table ledger_entrance; drop table ledger_taken;

--changeset ledger:003 comment:The row that is held while an entry is added says what was added last
alter table ledger_turn
  add number       bigint not null default 0,
  add happened_at  timestamptz,                      -- null: nothing was added yet
  add hash         text;
update ledger_turn set (number, happened_at, hash) =
  (select e.number, e.happened_at, e.hash from ledger_entry e order by e.number desc limit 1)
 where exists (select from ledger_entry);
--rollback alter table ledger_turn drop number, drop happened_at, drop hash;
