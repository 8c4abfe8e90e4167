-- Which installation this is, where its database lay when it last worked, and how far it had come: a database that is
-- restored lies somewhere else or has not come as far, and is held until an operator has looked at it. One row.
create table installation (
    only_row integer not null primary key check (only_row = 1),
    mark varchar(36) not null,
    home varchar(120) not null,
    beat bigint not null,
    held_since timestamp with time zone,
    held_reason varchar(20)
);
