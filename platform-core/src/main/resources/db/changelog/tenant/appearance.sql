--liquibase formatted sql

--changeset appearance:001 comment:How the portal looks: colours, coat of arms, order of the first page
create table appearance (
  one               boolean primary key default true check (one),
  accent            text check (accent ~ '^#[0-9a-f]{6}$'),          -- null: the portal's own
  second_colour     text check (second_colour ~ '^#[0-9a-f]{6}$'),   -- null: the portal's own
  arms              text references stored_file (sha256),            -- null: none
  arms_alternative  text,                                            -- what the arms show, for those who do not see them
  sections          text not null default '',                        -- in their order, comma-separated
  hidden            text not null default '',                        -- comma-separated
  version           int  not null default 0,
  check ((arms is null) = (arms_alternative is null))
);
insert into appearance (one) values (true);
create table published_appearance (
  one               boolean primary key default true check (one),
  accent            text,
  second_colour     text,
  arms              text references published_file (sha256),
  arms_alternative  text,
  sections          text not null,
  hidden            text not null,
  published_at      timestamptz not null
);
--rollback drop table published_appearance; drop table appearance;
