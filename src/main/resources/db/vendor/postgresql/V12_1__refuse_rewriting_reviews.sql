-- What was found and decided about readings stays (INV-18).
create trigger reading_finding_is_append_only before update or delete or truncate on reading_finding
  for each statement execute function refuse_rewriting();
create trigger reading_finding_row_is_append_only before update or delete or truncate on reading_finding_row
  for each statement execute function refuse_rewriting();
create trigger reading_decision_is_append_only before update or delete or truncate on reading_decision
  for each statement execute function refuse_rewriting();
