--liquibase formatted sql

--changeset benchmarking:001 comment:Published figures, told by tenants; comparing reads nothing else
create table figure_commitment (
  tenant_id      uuid not null references tenant (id),
  commitment_id  uuid not null,
  progress       int  not null check (progress between 0 and 100), -- percent, as published
  withdrawn      boolean not null default false,
  updated_at     timestamptz not null,
  primary key (tenant_id, commitment_id)
);
create table figure_milestone (
  tenant_id      uuid not null,
  commitment_id  uuid not null,
  milestone_id   uuid not null,
  due            date not null,
  completed_on   date,                                             -- day it reached 100 %; null: not yet
  primary key (tenant_id, commitment_id, milestone_id),
  foreign key (tenant_id, commitment_id) references figure_commitment (tenant_id, commitment_id) on delete cascade
);
create table figure_received (
  tenant_id    uuid primary key references tenant (id),
  event_id     uuid not null,                                      -- the last event that was taken in
  occurred_at  timestamptz not null
);
--rollback drop table figure_received; drop table figure_milestone; drop table figure_commitment;
