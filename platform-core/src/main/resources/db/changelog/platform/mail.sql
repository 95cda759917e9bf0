--liquibase formatted sql

--changeset mail:001 comment:Letters that wait for the worker, and what became of them
create table mail (
  id             uuid primary key,
  tenant_id      uuid not null references tenant (id), -- whose act wrote it
  sealed         bytea,                              -- the whole letter, AEAD, key outside the database; null once it ended
  state          text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'REFUSED', 'DROPPED')),
  written_at     timestamptz not null,
  next_at        timestamptz not null,               -- not before
  claimed_until  timestamptz,
  attempts       int not null default 0,
  failure        text,                               -- what the mail server said last
  ended_at       timestamptz,
  check ((sealed is null) = (state <> 'WAITING'))
);
create index mail_due on mail (next_at) where state = 'WAITING';
create index mail_tenant on mail (tenant_id, written_at);
--rollback drop table mail;
