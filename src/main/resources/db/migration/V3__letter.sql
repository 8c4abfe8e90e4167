-- Mail that is to leave the building: one row per mail, kept until it is accepted.
create table outbox (
    mail_key varchar(200) primary key,
    queue_number bigint generated always as identity,
    case_number varchar(40) not null,
    recipient varchar(100) not null,
    to_guardian boolean not null,
    template varchar(60) not null,
    unit varchar(60) not null,
    created_at timestamp with time zone not null,
    status varchar(10) default 'waiting' not null check (status in ('waiting', 'blocked', 'sent')),
    block_code varchar(40),
    attempts integer default 0 not null,
    due_at timestamp with time zone not null,
    claimed_by varchar(40),
    claimed_until timestamp with time zone,
    sent_at timestamp with time zone
);

create index outbox_due on outbox (status, due_at);
create index outbox_order on outbox (case_number, recipient, queue_number);

-- Documents of a case: inserted, never changed, every version kept.
create table document (
    id varchar(36) primary key,
    case_number varchar(40) not null,
    kind varchar(60) not null,
    version integer not null,
    title varchar(200) not null,
    media_type varchar(100) not null,
    content bytea not null,
    sha256 varchar(64) not null,
    created_at timestamp with time zone not null
);

create index document_case on document (case_number, created_at);
