--liquibase formatted sql

--changeset commitment:005 comment:Why a milestone is late, as whoever answers for it told the public
create table published_delay (
  milestone_id   uuid primary key,
  commitment_id  uuid not null,
  due            date not null,                      -- the day it was late for: another day, another reason
  reason         text not null,
  explained_at   timestamptz not null,
  on_behalf_of   text not null
);
--rollback drop table published_delay;
