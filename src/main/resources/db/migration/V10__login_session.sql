-- Sessions in the form Spring Session reads, so that any node may answer (bytea: both databases know the word).

create table login_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index login_session_id on login_session (session_id);
create index login_session_expiry on login_session (expiry_time);
create index login_session_principal on login_session (principal_name);

create table login_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name),
  foreign key (session_primary_id) references login_session (primary_id) on delete cascade
);

-- Machines on which an account has logged in before, by the hash of a random cookie.
create table known_device (
  device varchar(64) not null primary key,
  account varchar(64) not null,
  seen_at timestamp with time zone not null
);
