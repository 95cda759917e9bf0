--liquibase formatted sql

--changeset begun:001 comment:What a person began to write and did not save yet: theirs alone
create table begun_work (
  person_id  uuid not null,
  form       text not null,
  within     text not null,                          -- id of what it will belong to; empty: the tenant itself
  said       text not null,                          -- JSON: the text of each field, judged by nobody
  kept_at    timestamptz not null,
  primary key (person_id, form, within)
);
create index begun_work_old on begun_work (kept_at);
--rollback drop table begun_work;
