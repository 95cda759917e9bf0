--liquibase formatted sql

--changeset proposed-parts:001 comment:What a proposed version said, so that the next one is compared with it
create table proposed_parts (                         -- never public; gone once a version of the plan is published
  version_id   uuid primary key references plan_version (id),
  parts        text not null                          -- JSON: kind, id, commitment, title and fields of each part
);
--rollback drop table proposed_parts;
