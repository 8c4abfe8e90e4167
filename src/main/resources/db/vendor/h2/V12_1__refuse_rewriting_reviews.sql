-- What was found and decided about readings stays (INV-18).
create trigger reading_finding_is_append_only before update, delete on reading_finding
  for each row call 'no.tolv.casefile.RefuseRewriting';
create trigger reading_finding_row_is_append_only before update, delete on reading_finding_row
  for each row call 'no.tolv.casefile.RefuseRewriting';
create trigger reading_decision_is_append_only before update, delete on reading_decision
  for each row call 'no.tolv.casefile.RefuseRewriting';
