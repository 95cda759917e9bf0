--liquibase formatted sql

--changeset commitment:009 comment:Which report a correction of evidence mends
alter table progress_report
  add column mends uuid unique references progress_report (id); -- null: it mends none, or the last one that stood before this was written down
alter table published_report
  add column mends uuid unique references published_report (report_id);
--rollback alter table published_report drop column mends; alter table progress_report drop column mends;
