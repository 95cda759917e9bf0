--liquibase formatted sql

--changeset commitment:007 comment:The published milestones of a commitment, and those due until a day, are found without reading the whole plan's
create index published_milestone_of on published_milestone (version_id, commitment_id);
create index published_milestone_due on published_milestone (version_id, ends);
--rollback drop index published_milestone_due; drop index published_milestone_of;

--changeset commitment:008 comment:The same where officers draft: foreign keys are followed from their other end
create index milestone_of on milestone (commitment_id);
create index progress_report_of on progress_report (milestone_id);
--rollback drop index progress_report_of; drop index milestone_of;
