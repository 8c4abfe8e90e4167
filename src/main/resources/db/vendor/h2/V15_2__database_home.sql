-- A copy of the file is the same database; the mark outside it tells how far it had come.
create view database_home (home) as select 'h2';
