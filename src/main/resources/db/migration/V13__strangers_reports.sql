-- A case that gathers reports from somebody who sends many, until the receiver begins to read it.
create table report_gathering (
    case_number varchar(80) primary key references case_file (case_number),
    school varchar(60) not null references unit (id),
    suspect varchar(20) not null,
    held integer not null,
    read_by_receiver boolean not null
);

create index report_gathering_open on report_gathering (school, suspect, read_by_receiver);

-- A report gathered there beside the first one, and the case of its own the receiver may open for it.
create table held_report (
    code_hash varchar(64) primary key references report_receipt (code_hash),
    case_number varchar(80) not null references report_gathering (case_number),
    received_at timestamp with time zone not null,
    answers text not null,
    opened_case varchar(80) references case_file (case_number)
);

create index held_report_case on held_report (case_number);

-- A form that has been sent, so that sending it twice makes one case. Neither the form, its content nor its code can be
-- told from a row: the hashes are of what only the form knows. The salt is forgotten soon, and with it whatever a
-- browser's history could have been used for.
create table report_sent (
    form_hash varchar(64) primary key,
    content_hash varchar(64) not null,
    salt varchar(64),
    sent_at timestamp with time zone not null,
    shown boolean not null
);

create index report_sent_at on report_sent (sent_at);
