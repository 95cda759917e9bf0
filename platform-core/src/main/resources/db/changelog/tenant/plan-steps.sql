--liquibase formatted sql

--changeset plan-steps:001 comment:How each plan came to where it is: who took which step, when, why, and where it is written
create table plan_step (
  id              uuid primary key,
  plan_id         uuid not null references plan (id),
  number          int  not null,                     -- order in which the steps were taken
  step            text not null,
  came_from       text not null,
  reached         text not null,                     -- the stage the plan is in since
  happened_on     date,                              -- null: the day it was written down
  recorded_at     timestamptz not null,
  taken_by        text not null,
  on_behalf_of    text not null,
  reason          text not null,
  document_link   text,
  document_file   text references stored_file (sha256),
  document_name   text,
  document_kind   text,
  document_bytes  bigint,
  unique (plan_id, number),
  check (num_nonnulls(document_file, document_name, document_kind, document_bytes) in (0, 4))
);
create table published_plan_step (
  step_id         uuid primary key,
  plan_id         uuid not null,
  number          int  not null,
  step            text not null,
  reached         text not null,
  happened_on     date,
  recorded_at     timestamptz not null,
  on_behalf_of    text not null,
  reason          text not null,
  document_link   text,
  document_file   text references published_file (sha256),
  document_name   text,
  document_kind   text,
  document_bytes  bigint,
  unique (plan_id, number)
);
-- what was published before there were steps: the first version approved the plan, later ones amended it
insert into plan_step (id, plan_id, number, step, came_from, reached, recorded_at, taken_by, on_behalf_of, reason)
select gen_random_uuid(), v.plan_id, row_number() over of_plan,
       case when row_number() over of_plan = 1 then 'APPROVE' else 'AMEND' end,
       case when row_number() over of_plan = 1 then 'PREPARATION' else 'APPROVED' end,
       'APPROVED', v.published_at, '', v.on_behalf_of, v.reason
  from plan_version v where v.state = 'PUBLISHED'
window of_plan as (partition by v.plan_id order by v.number);
insert into published_plan_step (step_id, plan_id, number, step, reached, recorded_at, on_behalf_of, reason)
select id, plan_id, number, step, reached, recorded_at, on_behalf_of, reason from plan_step;
--rollback drop table published_plan_step; drop table plan_step;
