--liquibase formatted sql

--changeset tenancy:010 comment:An outage during an order uses up none of its tries
alter table tenant_order add column interruptions int not null default 0; -- tries over which PostgreSQL went away
--rollback alter table tenant_order drop column interruptions;
