-- Who has been told of what, when, and whether they have confirmed it. Content is a code, never text.
create table notice (
    id varchar(36) primary key,
    case_number varchar(40) not null,
    round integer not null,
    event varchar(40) not null,
    occurrence integer not null,
    recipient varchar(40) not null,
    unit varchar(60) not null,
    content varchar(40) not null,
    created_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    receipt_at timestamp with time zone,
    receipt_by varchar(100),
    constraint notice_once unique (case_number, round, event, occurrence, recipient)
);
