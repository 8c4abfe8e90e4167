-- What identity providers call people and groups. Written anew with each roster.

-- mark: the id at the provider under a key that is not in the database.
create table staff_login (
    provider varchar(60) not null,
    mark varchar(64) not null,
    staff_id varchar(64) not null references staff (id),
    primary key (provider, mark)
);

-- A group at a provider confirms a role that the roster gives; it never gives one. unit_id may be "all".
create table provider_group (
    provider varchar(60) not null,
    group_name varchar(200) not null,
    unit_id varchar(60) not null,
    role_id varchar(40) not null,
    primary key (provider, group_name, unit_id, role_id)
);
