--liquibase formatted sql

--changeset comments:001 comment:What officers say to each other about a commitment, never public
create table comment_person (                         -- who wrote or was turned to, apart from what was said
  id         uuid primary key,
  person_id  uuid unique,                             -- null: forgotten
  name       text not null                            -- as it was last; empty: forgotten
);
create table comment (
  id             uuid primary key,
  commitment_id  uuid not null references commitment (id) on delete cascade,
  author         uuid not null references comment_person (id),
  on_behalf_of   text not null,
  said           text not null,                       -- plain text; empty once it was taken back
  written_at     timestamptz not null,
  edited_at      timestamptz,
  removed_at     timestamptz,
  removed_by     uuid references comment_person (id),
  resolved_at    timestamptz,
  resolved_by    uuid references comment_person (id),
  check ((removed_at is null) = (removed_by is null)),
  check ((resolved_at is null) = (resolved_by is null)),
  check ((removed_at is null) = (said <> ''))
);
create index comment_of on comment (commitment_id, written_at);
create table comment_mention (
  comment_id  uuid not null references comment (id) on delete cascade,
  person      uuid not null references comment_person (id),
  read_at     timestamptz,                            -- when that person opened the talk; null: not yet
  letter_at   timestamptz,                            -- when a letter was written about it; null: none
  primary key (comment_id, person)
);
create index comment_mention_waiting on comment_mention (person) where read_at is null;
--rollback drop table comment_mention; drop table comment; drop table comment_person;
