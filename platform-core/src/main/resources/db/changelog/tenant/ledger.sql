--liquibase formatted sql

--changeset ledger:001 comment:The trail of acts; nobody may change or delete an entry
create table ledger_turn (
  one  boolean primary key default true check (one)  -- whoever adds an entry holds this row meanwhile
);
insert into ledger_turn default values;
create table ledger_entry (
  number        bigint primary key check (number > 0),
  happened_at   timestamptz not null,                -- whole milliseconds
  act           text not null,
  object_kind   text not null,
  object_id     uuid not null,
  actor         text,                                -- keyed hash of a person; null: the house itself
  on_behalf_of  text,
  facts         text not null,                       -- canonical JSON (RFC 8785)
  previous      text not null unique,                -- no two entries follow the same
  hash          text not null unique                 -- SHA-256 of the entry's canonical JSON, hexadecimal
);
create index ledger_entry_object on ledger_entry (object_id, number);
create table ledger_actor (                          -- without its row nobody can tell who an entry's actor is
  person_id  uuid primary key,
  key        bytea not null,
  mark       text not null unique,
  name       text not null
);
create table published_ledger_word (                 -- words of an entry; erased, their keyed hash remains
  number  bigint not null references ledger_entry (number),
  name    text not null,
  key     bytea not null,
  words   text not null,
  primary key (number, name)
);
create table published_ledger_head (
  count      bigint primary key,                     -- of entries
  hash       text not null,                          -- of the last of them
  signed_at  timestamptz not null,
  key_id     text not null,
  public_key text not null,                          -- of the key that signed, base64
  signature  text not null                           -- Ed25519, base64
);
--rollback drop table published_ledger_head; drop table published_ledger_word; drop table ledger_actor; drop table ledger_entry; drop table ledger_turn;
