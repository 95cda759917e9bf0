--liquibase formatted sql

--changeset plan-approver:001 comment:Who approved a version, beside who proposed it: one person may do both, and it stays written
alter table plan_version add column approved_by text not null default ''; -- whose approval published it; empty: nobody did, or before this was written down
--rollback alter table plan_version drop column approved_by;
