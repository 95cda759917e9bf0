--liquibase formatted sql

--changeset commitment:001 comment:Commitments, their milestones and the reports on them
create table commitment (
  id           uuid primary key,
  plan_id      uuid not null references plan (id),
  number       int  not null,                        -- within the plan, never given twice
  title        text not null,
  problem      text not null,
  description  text not null,
  actors       text not null,
  responsible  text not null,
  starts       date,
  ends         date,
  pillars      text not null,                        -- ids of pillars, comma-separated
  lead_id      uuid,                                 -- the tenant that leads it, when several share the plan
  lead_name    text,
  withdrawn    text,                                 -- the public reason; null: it stands
  version      int  not null,
  unique (plan_id, number),
  check (ends >= starts)
);
create table commitment_value (
  commitment_id  uuid not null references commitment (id) on delete cascade,
  value          text not null,                      -- code of an OGP value
  explanation    text not null,
  primary key (commitment_id, value)
);
create table milestone (
  id             uuid primary key,
  commitment_id  uuid not null references commitment (id),
  position       int  not null,
  activity       text not null,
  deliverable    text not null,
  responsible    text not null,
  starts         date not null,
  ends           date not null,
  weight         int  not null check (weight between 1 and 100),
  progress       int  not null check (progress between 0 and 100), -- percent
  completed_on   date,
  withdrawn      text,                               -- the public reason; null: it stands
  check (ends >= starts)
);
create table progress_report (
  id            uuid primary key,
  milestone_id  uuid not null references milestone (id),
  position      int  not null,                       -- order in which the reports were made
  kind          text not null check (kind in ('ADVANCE', 'CORRECTION')),
  previous      int  not null,                       -- percent
  reached       int  not null,                       -- percent
  evidence_url  text,
  evidence      text not null,                       -- what the evidence shows
  reason        text not null,                       -- of a correction, public
  reported_at   timestamptz not null,
  reported_by   text not null,
  on_behalf_of  text not null
);
--rollback drop table progress_report; drop table milestone; drop table commitment_value; drop table commitment;

--changeset commitment:002 comment:What the public sees of commitments: the promise per version, the progress as reported
create table published_commitment (
  version_id     uuid not null references published_plan_version (version_id),
  commitment_id  uuid not null,
  number         int  not null,
  title          text not null,
  problem        text not null,
  description    text not null,
  actors         text not null,
  responsible    text not null,
  starts         date not null,
  ends           date not null,
  pillars        text not null,                      -- names, one per line
  lead_name      text,
  withdrawn      text,
  relevance      text not null,                      -- JSON: value and explanation, in order
  primary key (version_id, commitment_id)
);
create table published_milestone (
  version_id     uuid not null references published_plan_version (version_id),
  milestone_id   uuid not null,
  commitment_id  uuid not null,
  position       int  not null,
  activity       text not null,
  deliverable    text not null,
  responsible    text not null,
  starts         date not null,
  ends           date not null,
  weight         int  not null,
  withdrawn      text,
  primary key (version_id, milestone_id)
);
create table published_progress (
  milestone_id   uuid primary key,
  commitment_id  uuid not null,
  progress       int  not null check (progress between 0 and 100), -- percent
  completed_on   date,
  reported_at    timestamptz not null
);
create table published_report (
  report_id      uuid primary key,
  milestone_id   uuid not null,
  commitment_id  uuid not null,
  kind           text not null,
  previous       int  not null,
  reached        int  not null,
  evidence_url   text,
  evidence       text not null,
  reason         text not null,
  reported_at    timestamptz not null,
  on_behalf_of   text not null
);
create index published_report_of on published_report (commitment_id);
--rollback drop table published_report; drop table published_progress; drop table published_milestone; drop table published_commitment;
