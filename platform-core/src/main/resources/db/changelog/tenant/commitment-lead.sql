--liquibase formatted sql

--changeset commitment:004 comment:Who leads a published commitment of a shared plan, by its id: figures count what each member leads
alter table published_commitment add column lead_id uuid;
update published_commitment p set lead_id = c.lead_id from commitment c
 where c.id = p.commitment_id and c.lead_name = p.lead_name;
--rollback alter table published_commitment drop column lead_id;
