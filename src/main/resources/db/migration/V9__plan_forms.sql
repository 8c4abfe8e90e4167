-- What school, pupil and guardians have talked about, where the unit's plans say so (HJE-74).
alter table activity_plan add column communication_summary text;
