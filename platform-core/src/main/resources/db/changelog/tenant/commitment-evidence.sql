--liquibase formatted sql

--changeset commitment:003 comment:Evidence may be a stored file
alter table progress_report
  add evidence_file   text references stored_file (sha256),
  add evidence_name   text,
  add evidence_kind   text,
  add evidence_bytes  bigint,
  add check (num_nonnulls(evidence_file, evidence_name, evidence_kind, evidence_bytes) in (0, 4));
alter table published_report
  add evidence_file   text references published_file (sha256),
  add evidence_name   text,
  add evidence_kind   text,
  add evidence_bytes  bigint,
  add check (num_nonnulls(evidence_file, evidence_name, evidence_kind, evidence_bytes) in (0, 4));
--rollback alter table published_report drop evidence_file, drop evidence_name, drop evidence_kind, drop evidence_bytes;
--rollback alter table progress_report drop evidence_file, drop evidence_name, drop evidence_kind, drop evidence_bytes;
