-- A mail that is withdrawn is never sent: somebody has been told in another way, or it was let go after a restore.
alter table outbox add column withdrawn_at timestamp with time zone;
alter table outbox add column withdrawn_code varchar(40);

-- What a person must look at: mail to one recipient in one case that does not get there. The key is there while the
-- question is open, so that several nodes ask it once.
create table undelivered_mail (
    id varchar(36) not null primary key,
    case_number varchar(40) not null,
    recipient varchar(100) not null,
    to_guardian boolean not null,
    unit varchar(60) not null,
    opened_at timestamp with time zone not null,
    open_key varchar(200) unique
);
