--liquibase formatted sql

--changeset pillar:001 comment:Pillar sets with validity, and the tenant's own text on open government
create table pillar_set (
  id          uuid primary key,
  name        text not null,
  source      text not null,
  valid_from  date not null,
  valid_to    date,                                  -- last day in force; null: still
  check (valid_to >= valid_from)
);
create table pillar (
  id            uuid primary key,
  set_id        uuid not null references pillar_set (id),
  position      int  not null,
  name          text not null,
  definition    text not null,
  deliverables  text not null,                       -- what the municipality delivers, one per line
  duties        text not null,                       -- of the social organisations (Ley 19.418), one per line
  ogp_values    text not null,                       -- codes of OGP values, comma-separated
  retired_on    date,
  version       int  not null
);
create table open_government_text (
  one         boolean primary key default true check (one),
  definition  text not null,
  benefits    text not null,                         -- one per line
  version     int  not null default 0
);
insert into open_government_text (definition, benefits) values ('', '');
--rollback drop table open_government_text; drop table pillar; drop table pillar_set;

--changeset pillar:002 comment:What the public sees of the pillars: copied when published
create table published_pillar (
  pillar_id     uuid primary key,
  set_name      text not null,
  position      int  not null,
  name          text not null,
  definition    text not null,
  deliverables  text not null,
  duties        text not null,
  ogp_values    text not null
);
create table published_open_government_text (
  one           boolean primary key default true check (one),
  definition    text not null,
  benefits      text not null,
  published_at  timestamptz not null
);
--rollback drop table published_open_government_text; drop table published_pillar;
