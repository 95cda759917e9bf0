--liquibase formatted sql

--changeset ledger:001 comment:Heads of every tenant's trail, collected where no tenant can reach them, and the keys that signed them
create table ledger_key (
  id          text primary key,                      -- the first digits of the public key's SHA-256
  public_key  text not null,                         -- SubjectPublicKeyInfo, base64
  since       timestamptz not null
);
create table ledger_head (
  tenant_id  uuid not null references tenant (id),
  count      bigint not null,                        -- of entries
  hash       text not null,                          -- of the last of them
  signed_at  timestamptz not null,
  key_id     text not null references ledger_key (id),
  signature  text not null,                          -- Ed25519, base64
  primary key (tenant_id, count)
);
--rollback drop table ledger_head; drop table ledger_key;
