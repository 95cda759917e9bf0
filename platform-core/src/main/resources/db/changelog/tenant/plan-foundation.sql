--liquibase formatted sql

--changeset plan-foundation:001 comment:What a plan stands on: vision, approval act, monitoring body, endorsements
create table plan_foundation (
  plan_id            uuid primary key references plan (id),
  act_kind           text,                           -- null: there is no act yet
  act_number         text,
  act_day            date,
  document_link      text,                           -- of the act
  document_file      text references stored_file (sha256),
  document_name      text,
  document_kind      text,
  document_bytes     bigint,
  body_name          text,                           -- null: there is no monitoring body yet
  body_kind          text,
  body_independence  text,
  body_contact       text,
  version            int not null,
  check (num_nonnulls(act_kind, act_number, act_day) in (0, 3)),
  check (num_nonnulls(body_name, body_kind, body_independence, body_contact) in (0, 4)),
  check (num_nonnulls(document_file, document_name, document_kind, document_bytes) in (0, 4))
);
create table plan_vision (
  plan_id  uuid not null references plan (id),
  part     text not null,
  said     text not null,
  primary key (plan_id, part)
);
create table plan_endorsement (
  plan_id         uuid not null references plan (id),
  position        int  not null,
  actor           text not null,
  sector          text not null,
  signed_on       date,
  document_link   text,                              -- the letter
  document_file   text references stored_file (sha256),
  document_name   text,
  document_kind   text,
  document_bytes  bigint,
  primary key (plan_id, position),
  check (num_nonnulls(document_file, document_name, document_kind, document_bytes) in (0, 4))
);
create table published_plan_foundation (
  version_id         uuid primary key references published_plan_version (version_id),
  act_kind           text,
  act_number         text,
  act_day            date,
  document_link      text,
  document_file      text references published_file (sha256),
  document_name      text,
  document_kind      text,
  document_bytes     bigint,
  body_name          text,
  body_kind          text,
  body_independence  text,
  body_contact       text
);
create table published_plan_vision (
  version_id  uuid not null references published_plan_version (version_id),
  part        text not null,
  said        text not null,
  primary key (version_id, part)
);
create table published_plan_endorsement (
  version_id      uuid not null references published_plan_version (version_id),
  position        int  not null,
  actor           text not null,
  sector          text not null,
  signed_on       date,
  document_link   text,
  document_file   text references published_file (sha256),
  document_name   text,
  document_kind   text,
  document_bytes  bigint,
  primary key (version_id, position)
);
--rollback drop table published_plan_endorsement; drop table published_plan_vision; drop table published_plan_foundation;
--rollback drop table plan_endorsement; drop table plan_vision; drop table plan_foundation;
