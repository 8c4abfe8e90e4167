-- Who has read what, through which door and from where (INV-18). A row without a case is somebody who tried a number or
-- an id that leads to none.
alter table case_reading alter column case_number drop not null;
alter table case_reading add column channel varchar(20);
alter table case_reading add column address varchar(64);
alter table case_reading add column acting_role varchar(64);
alter table case_reading add column case_closed boolean;

-- One page asks many times: what is the same but for the moment folds into one row, however many nodes are asked.
alter table case_reading add column fold_of varchar(360);
alter table case_reading add column fold_slot bigint;
alter table case_reading add constraint case_reading_once unique (fold_of, fold_slot);
create index case_reading_time on case_reading (read_at);

-- How far a unit's readings have been looked through. Nodes that come at the same time queue up for the row.
create table reading_week (
    unit varchar(60) not null primary key,
    reviewed_until timestamp with time zone not null
);

-- What was out of the ordinary: one person, one day, one sign. Several findings are one review, which is one task.
create table reading_finding (
    id varchar(36) not null primary key,
    review varchar(36) not null,
    unit varchar(60) not null,
    reader varchar(64) not null,
    read_on date not null,
    sign varchar(20) not null,
    found_at timestamp with time zone not null,
    constraint reading_finding_sign
        check (sign in ('refused', 'keptOut', 'outsideHours', 'manyCases', 'closedCase'))
);
create index reading_finding_review on reading_finding (review);

create table reading_finding_row (
    finding varchar(36) not null references reading_finding (id),
    reading bigint not null references case_reading (id),
    primary key (finding, reading)
);

create table reading_decision (
    finding varchar(36) not null primary key references reading_finding (id),
    decision varchar(20) not null,
    reason text not null,
    decided_by varchar(64) not null,
    decided_at timestamp with time zone not null,
    constraint reading_decision_kind check (decision in ('inOrder', 'askReader', 'breach'))
);
