--liquibase formatted sql

--changeset begun:002 comment:What a person typed to change something that is there, and what was saved in it then
alter table begun_work add column stood text not null default '{}'; -- JSON: what each field said when it was typed
--rollback alter table begun_work drop column stood;
