-- Who works where. Filled by the roster at start-up; what the roster no longer holds is kept, inactive,
-- because case files go on pointing at it.

create table roster (
    id integer primary key,
    read_at timestamp with time zone
);

-- The one row that nodes starting at the same time queue up for.
insert into roster (id) values (1);

create table unit (
    id varchar(60) primary key,
    name varchar(200) not null,
    kind varchar(20) not null,
    owner_unit varchar(60) not null references unit (id),
    letter_language varchar(2) not null,
    active boolean not null
);

create table staff (
    id varchar(64) primary key,
    name varchar(200) not null,
    email varchar(200) not null,
    active boolean not null
);

-- unit_id is "all" for those who belong to no unit, hence no foreign key.
create table staff_role (
    staff_id varchar(64) not null references staff (id),
    unit_id varchar(60) not null,
    role_id varchar(40) not null,
    primary key (staff_id, unit_id, role_id)
);

create index staff_role_by_unit on staff_role (unit_id, role_id);

create table pupil (
    id varchar(64) primary key,
    name varchar(200) not null,
    unit_id varchar(60) not null references unit (id),
    grade varchar(20) not null,
    born date not null,
    contact_teacher varchar(64) not null references staff (id),
    active boolean not null
);

create index pupil_by_unit on pupil (unit_id);

create table guardian (
    id varchar(64) primary key,
    pupil_id varchar(64) not null references pupil (id),
    name varchar(200) not null,
    email varchar(200) not null,
    parental_responsibility boolean not null,
    protected_address boolean not null,
    active boolean not null
);

create index guardian_by_pupil on guardian (pupil_id);
