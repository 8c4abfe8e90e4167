-- What was written stays: the database itself refuses to change or remove it (INV-18).
create trigger log_entry_is_append_only before update, delete on log_entry
  for each row call 'no.tolv.casefile.RefuseRewriting';
create trigger hearing_is_append_only before update, delete on hearing
  for each row call 'no.tolv.casefile.RefuseRewriting';
create trigger task_record_is_append_only before update, delete on task_record
  for each row call 'no.tolv.casefile.RefuseRewriting';
create trigger case_reading_is_append_only before update, delete on case_reading
  for each row call 'no.tolv.casefile.RefuseRewriting';
