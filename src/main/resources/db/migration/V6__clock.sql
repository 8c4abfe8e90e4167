-- How far the demo clock is ahead of real time; at most one row.
create table clock_offset (
    id     integer not null primary key check (id = 1),
    millis bigint  not null
);
