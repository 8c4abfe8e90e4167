-- What was written stays: the database itself refuses to change or remove it (INV-18).

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'Rader i % kan ikke endres eller slettes. Skriv en ny rad som retter den gamle.', tg_table_name;
end
$$;

create trigger log_entry_is_append_only before update or delete or truncate on log_entry
  for each statement execute function refuse_rewriting();
create trigger hearing_is_append_only before update or delete or truncate on hearing
  for each statement execute function refuse_rewriting();
create trigger task_record_is_append_only before update or delete or truncate on task_record
  for each statement execute function refuse_rewriting();
create trigger case_reading_is_append_only before update or delete or truncate on case_reading
  for each statement execute function refuse_rewriting();
