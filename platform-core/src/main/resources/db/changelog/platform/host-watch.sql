--liquibase formatted sql

--changeset notice:002 comment:A notice may be for some roles only
alter table notice
  add reader text not null default 'READER' check (reader in ('ADMINISTRATOR', 'APPROVER', 'EDITOR', 'READER')); -- who it includes gets it
--rollback alter table notice drop reader;

--changeset host:002 comment:Proven hosts are looked at again; one whose proof is gone for long stops serving
alter table tenant_host
  add token          text not null default replace(gen_random_uuid()::text, '-', ''), -- what the DNS goes on saying
  add next_look      timestamptz not null default now(),
  add missing_since  timestamptz,                    -- since when the DNS does not say it; null: it does
  add told_at        timestamptz,                    -- when its administrators were told; null: not
  add lapsed_at      timestamptz,                    -- since when the portal does not answer there; null: it does
  add notice_id      uuid references notice (id);    -- what they were told; null: nothing that stands
create index tenant_host_next_look on tenant_host (next_look);
--rollback drop index tenant_host_next_look;
--rollback alter table tenant_host drop token, drop next_look, drop missing_since, drop told_at, drop lapsed_at, drop notice_id;
