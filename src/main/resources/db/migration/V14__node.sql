-- The nodes that share this database, as long as they live.
create table node (
    id        varchar(64) not null primary key,
    name      varchar(60) not null,
    version   varchar(40) not null,
    started   timestamp with time zone not null,
    last_seen timestamp with time zone not null
);

-- Jobs that have been begun again after a start that never came to an end; gone when one does.
create table job_attempt (
    job_id   varchar(64) not null primary key,
    attempts integer     not null
);
