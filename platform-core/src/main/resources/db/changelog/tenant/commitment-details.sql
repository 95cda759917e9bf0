--liquibase formatted sql

--changeset commitment:006 comment:What is said of a commitment besides what every one needs, and what a milestone waits for
create table commitment_detail (
  commitment_id  uuid not null references commitment (id) on delete cascade,
  field          text not null,                      -- a name of Detail
  said           text not null,
  primary key (commitment_id, field)
);
alter table milestone add follows text not null default '';            -- positions within the commitment, comma-separated
alter table published_commitment add details text not null default '{}';  -- JSON: text by name of Detail
alter table published_milestone add follows text not null default '';
--rollback alter table published_milestone drop follows; alter table published_commitment drop details;
--rollback alter table milestone drop follows; drop table commitment_detail;
