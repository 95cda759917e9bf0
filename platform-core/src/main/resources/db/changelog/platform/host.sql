--liquibase formatted sql

--changeset host:001 comment:Hosts that tenants want for their portals, and those they have proven
create table host_claim (
  tenant_id   uuid primary key references tenant (id),
  host        text not null,                         -- as browsers send it; several may want the same until one proves it
  token       text not null,                         -- what the DNS must say
  claimed_by  text not null,
  claimed_at  timestamptz not null
);
create table tenant_host (
  tenant_id  uuid primary key references tenant (id),
  host       text not null unique,                   -- as browsers send it
  proven_at  timestamptz not null
);
insert into tenant_host (tenant_id, host, proven_at) select id, host, onboarded_at from tenant where host is not null;
--rollback drop table tenant_host; drop table host_claim;
