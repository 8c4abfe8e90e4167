-- What school, pupil and guardians have talked about, where the unit's plans say so (HJE-74).
alter table activity_plan add column communication_summary text;

-- Which template a document was made from, and which edition of it (NIT-62); null for documents from before.
alter table document add column template varchar(100);
alter table document add column template_version varchar(20);
