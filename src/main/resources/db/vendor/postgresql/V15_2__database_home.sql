-- Server, database and table: every way of restoring into a new server or database, or into the same one, changes one.
create view database_home (home) as
select control.system_identifier || '/' || own.oid || '/' || 'installation'::regclass::oid
from pg_control_system() control, pg_database own
where own.datname = current_database();
