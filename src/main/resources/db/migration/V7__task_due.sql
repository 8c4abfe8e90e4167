-- When the task was due, so that a case shows which deadlines were kept; null for what had none.
alter table task_record add column due_at timestamp with time zone;
