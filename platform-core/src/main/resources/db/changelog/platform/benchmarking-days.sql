--liquibase formatted sql

--changeset benchmarking:002 comment:Where the public reads the commitment behind a figure; null in what was told before
alter table figure_commitment add column plan_slug text;
alter table figure_commitment add column number int;
alter table figure_commitment add column title text;
--rollback alter table figure_commitment drop column plan_slug; alter table figure_commitment drop column number; alter table figure_commitment drop column title;

--changeset benchmarking:003 comment:Every tenant's figures by day: what was true on that day, never counted anew afterwards
create table figure_day (
  tenant_id  uuid not null references tenant (id),
  indicator  text not null,                          -- name of an Indicator
  day        date not null,                          -- in the capital's time zone
  value      double precision,                       -- in the indicator's unit; null: there was nothing to count
  primary key (tenant_id, indicator, day)
);
create index figure_day_by_day on figure_day (day);
--rollback drop table figure_day;

--changeset benchmarking:004 comment:Peers that somebody chose to compare with
create table peer_selection (
  id          uuid primary key,
  owner_id    uuid references tenant (id),           -- whose officers see it; null: the national coordinators
  name        text not null check (length(name) between 1 and 80),
  kind        text not null check (kind in ('MUNICIPALITY', 'REGIONAL_GOVERNMENT')),
  synthetic   boolean not null,                      -- invented tenants compare with invented ones only
  chosen_by   uuid not null,                         -- person
  chosen_at   timestamptz not null,
  unique nulls not distinct (owner_id, name)
);
create table peer_selection_member (
  selection_id  uuid not null references peer_selection (id) on delete cascade,
  tenant_id     uuid not null references tenant (id),
  primary key (selection_id, tenant_id)
);
--rollback drop table peer_selection_member; drop table peer_selection;
