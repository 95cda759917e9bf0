--liquibase formatted sql

--changeset plan-proposer:001 comment:The person who proposed a version, so that they are written to once it is decided
alter table plan_version add column proposer_id uuid; -- null: proposed before this was written down
--rollback alter table plan_version drop column proposer_id;
