--liquibase formatted sql

--changeset commitment-code:001 comment:The code that OGP gives a commitment after its plan was submitted; no part of the promise
create table commitment_code (
  commitment_id  uuid primary key references commitment (id) on delete cascade,
  code           text not null unique
);
create table published_commitment_code (
  commitment_id  uuid primary key,
  code           text not null unique
);
--rollback drop table published_commitment_code; drop table commitment_code;
