-- Who has read what, through which door and from where (INV-18). A row without a case is somebody who tried a number or
-- an id that leads to none.
alter table case_reading alter column case_number drop not null;
alter table case_reading add column channel varchar(20);
alter table case_reading add column address varchar(64);
alter table case_reading add column acting_role varchar(64);
alter table case_reading add column case_closed boolean;

-- One page asks many times: what is the same but for the moment folds into one row, however many nodes are asked.
alter table case_reading add column fold_of varchar(360);
alter table case_reading add column fold_slot bigint;
alter table case_reading add constraint case_reading_once unique (fold_of, fold_slot);
create index case_reading_time on case_reading (read_at);
