-- Somebody who is not logged in says whom it concerns in words; the receiver finds the pupil.
alter table case_file alter column pupil drop not null;

-- Only the hash of a receipt code is kept: whoever reads the database cannot pass for the reporter.
create table report_receipt (
    code_hash varchar(64) primary key,
    case_number varchar(80) not null references case_file (case_number),
    issued_at timestamp with time zone not null
);
