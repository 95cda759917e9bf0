--liquibase formatted sql

--changeset file:001 comment:Files by the hash of their content, and those that the public may take
create table stored_file (
  sha256       text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  name         text not null,
  kind         text not null,                        -- judged by the content
  bytes        bigint not null check (bytes > 0),
  arrived      boolean not null,                     -- whether the bytes are there; a kill may leave them half-way
  uploaded_at  timestamptz not null,                 -- last time somebody put it in
  uploaded_by  text not null,
  used_at      timestamptz                           -- since when something refers to it; null: nothing does
);
create index stored_file_unused on stored_file (uploaded_at) where used_at is null;
create table file_room (
  only_row  boolean primary key default true check (only_row),
  bytes     bigint not null check (bytes >= 0)       -- of all files together
);
insert into file_room (bytes) values (0);
create table published_file (
  sha256  text primary key,
  name    text not null,
  kind    text not null,
  bytes   bigint not null
);
--rollback drop table published_file; drop table file_room; drop table stored_file;
