--liquibase formatted sql

--changeset commitment-origin:001 comment:What a commitment was adapted from, as it is drafted and as each version tells the public
create table commitment_origin (
  commitment_id  uuid primary key references commitment (id) on delete cascade,
  kind           text not null check (kind in ('NATIONAL_LIBRARY', 'COMMITMENT')),
  institution    text not null,                      -- its name on that day, like all that follows
  plan           text not null,                      -- title
  title          text not null,
  code           text not null,                      -- given by OGP, or the number within its plan
  path           text not null,                      -- of its page at the nation's portal; empty: it has none there
  source_id      uuid,                               -- the id that its institution gave it; null: none
  copied_on      date not null                       -- where the copy was made
);
create table published_commitment_origin (
  version_id     uuid not null references published_plan_version (version_id),
  commitment_id  uuid not null,
  kind           text not null,
  institution    text not null,
  plan           text not null,
  title          text not null,
  code           text not null,
  path           text not null,
  source_id      uuid,
  copied_on      date not null,
  primary key (version_id, commitment_id)
);
--rollback drop table published_commitment_origin; drop table commitment_origin;
