-- Plans, their measures and what came of them (§ 12-4 third paragraph, INV-08). What makes a plan valid is said here, not in a form alone.

create table activity_plan (
    case_number varchar(80) not null references case_file (case_number),
    plan_version integer not null,
    case_round integer not null,
    status varchar(10) not null,
    -- The case once more while the plan is in force, so that a case has one plan in force at most.
    active_case varchar(80) unique,
    -- One of the plan's measures, so that a plan in force cannot be without any.
    first_measure uuid,
    problem_pupil text not null,
    problem_findings text not null,
    group_assessment text not null,
    pupil_view text not null,
    guardians_view text not null,
    best_interest text not null,
    school_assessment text not null,
    level_reason text,
    evaluation_on date not null,
    archive_number varchar(40),
    created_by varchar(64) not null references staff (id),
    created_at timestamp with time zone not null,
    activated_at timestamp with time zone,
    ended_at timestamp with time zone,
    document_id varchar(64),
    primary key (case_number, plan_version),
    constraint activity_plan_version check (plan_version >= 1),
    constraint activity_plan_status check (status in ('DRAFT', 'ACTIVE', 'REPLACED', 'ENDED')),
    constraint activity_plan_problem check (trim(problem_pupil) <> '' and trim(problem_findings) <> ''),
    constraint activity_plan_one_active check ((status = 'ACTIVE') = (active_case is not null)),
    constraint activity_plan_active_case check (active_case is null or active_case = case_number),
    constraint activity_plan_measured check (status <> 'ACTIVE' or first_measure is not null),
    constraint activity_plan_activated check (status = 'DRAFT' or activated_at is not null),
    constraint activity_plan_evaluation
        check (activated_at is null or cast(evaluation_on as timestamp with time zone) > activated_at)
);

create table measure (
    id uuid primary key,
    case_number varchar(80) not null,
    plan_version integer not null,
    position integer not null,
    what text not null,
    cause text,
    level_code varchar(20) not null,
    target_code varchar(20) not null,
    responsible varchar(64) not null references staff (id),
    starts_on date not null,
    ends_on date not null,
    evaluation_on date not null,
    effect_sign text not null,
    intrusive boolean not null,
    status varchar(20) not null,
    status_at timestamp with time zone not null,
    foreign key (case_number, plan_version) references activity_plan (case_number, plan_version),
    constraint measure_in_plan unique (case_number, plan_version, id),
    constraint measure_what check (trim(what) <> ''),
    constraint measure_level check (level_code in ('individual', 'group', 'class', 'school')),
    constraint measure_target check (target_code in ('exposed', 'offender', 'bystanders', 'environment', 'school')),
    constraint measure_period check (ends_on >= starts_on),
    constraint measure_evaluation check (evaluation_on > starts_on),
    constraint measure_status
        check (status in ('DRAFT', 'ACTIVE', 'CARRIED_OUT', 'NOT_CARRIED_OUT', 'REPLACED', 'ENDED'))
);

alter table activity_plan
    add constraint activity_plan_has_measure foreign key (case_number, plan_version, first_measure)
        references measure (case_number, plan_version, id);

-- A row without a measure is the whole plan's; what the pupil said stands there.
create table evaluation (
    id uuid primary key,
    case_number varchar(80) not null,
    plan_version integer not null,
    measure uuid,
    evaluated_on date not null,
    evaluated_by varchar(64) not null references staff (id),
    recorded_at timestamp with time zone not null,
    pupil_safe boolean,
    effect varchar(20),
    next_step varchar(20),
    note text,
    foreign key (case_number, plan_version) references activity_plan (case_number, plan_version),
    foreign key (case_number, plan_version, measure) references measure (case_number, plan_version, id),
    constraint evaluation_effect check (effect in ('effect', 'noEffect', 'tooEarly')),
    constraint evaluation_next check (next_step in ('keep', 'replace', 'end')),
    constraint evaluation_of_measure check ((measure is null) = (effect is null)),
    constraint evaluation_of_plan check ((measure is null) = (pupil_safe is not null)),
    constraint evaluation_without_effect check (not (effect = 'noEffect' and next_step = 'keep'))
);

create index evaluation_of_case on evaluation (case_number, plan_version);
