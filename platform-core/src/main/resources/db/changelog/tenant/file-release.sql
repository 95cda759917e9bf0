--liquibase formatted sql

--changeset file:002 comment:Files that drafts held once and hold no more are forgotten like any that nobody uses
update stored_file set used_at = null, uploaded_at = now()
 where used_at is not null
   and not exists (select from published_file p where p.sha256 = stored_file.sha256)
   and not exists (select from appearance a where a.arms = stored_file.sha256)
   and not exists (select from progress_report r where r.evidence_file = stored_file.sha256);
--rollback empty
