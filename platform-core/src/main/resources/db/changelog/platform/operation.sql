--liquibase formatted sql

--changeset operation:001 comment:Why an order failed, as one of a closed set that screens have sentences for
alter table tenant_order add column cause text;      -- null: it did not fail, or failed before this was written down
create index tenant_order_asked on tenant_order (requested_at desc, id desc);
--rollback drop index tenant_order_asked; alter table tenant_order drop column cause;

--changeset operation:002 comment:Signs of life of the worker and the offices; portals write nothing here
create table process_heartbeat (
  instance                uuid primary key,          -- new at each start
  kind                    text not null check (kind in ('OFFICE', 'WORKER')),
  version                 text not null,
  started_at              timestamptz not null,
  seen_at                 timestamptz not null,
  pool_open               int not null,              -- connections to PostgreSQL
  pool_ceiling            int not null,
  pool_refused            bigint not null,           -- pieces of work without a connection since the start
  redis                   boolean not null,          -- whether Redis answered it
  orders_worked           bigint,                    -- the worker's, since the start
  mail_server             boolean,                   -- the worker's: whether it was told of one
  announcements_waiting   bigint,                    -- the worker's, over all tenants at its last sweep
  announcements_oldest    timestamptz,
  announcements_stuck     bigint,                    -- given up after too many tries
  swept_at                timestamptz
);
--rollback drop table process_heartbeat;

--changeset operation:003 comment:When a process last had no connection for a piece of work
alter table process_heartbeat add column pool_refused_at timestamptz; -- null: never since its start
--rollback alter table process_heartbeat drop column pool_refused_at;
