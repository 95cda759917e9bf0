--liquibase formatted sql

--changeset plan-amendment:001 comment:Why a published plan is changed; the public reads it with the change
alter table plan_version add column reason text not null default '';            -- empty: the first version
alter table published_plan_version add column reason text not null default '';
--rollback alter table published_plan_version drop column reason; alter table plan_version drop column reason;
