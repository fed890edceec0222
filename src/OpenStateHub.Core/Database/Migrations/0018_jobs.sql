-- Work by the clock: the store of Quartz 4.7, through which the nodes agree who does it, and what came of each run.

-- Tables and columns as Quartz names them (its create_postgres.sql), without its history, of which we keep our own below, and without its
-- indexes: a handful of rows needs none beyond the keys. Shared by all: names, times and schedules, nothing of any place.
create table qrtz_job_details (
    sched_name        text not null,
    job_name          text not null,
    job_group         text not null,
    description       text,
    job_class_name    text not null,
    is_durable        boolean not null,
    is_nonconcurrent  boolean not null,
    is_update_data    boolean not null,
    requests_recovery boolean not null,
    job_data          bytea,
    primary key (sched_name, job_name, job_group)
);

create table qrtz_triggers (
    sched_name              text not null,
    trigger_name            text not null,
    trigger_group           text not null,
    job_name                text not null,
    job_group               text not null,
    description             text,
    next_fire_time          bigint,
    prev_fire_time          bigint,
    priority                integer,
    trigger_state           text not null,
    trigger_type            text not null,
    start_time              bigint not null,
    end_time                bigint,
    calendar_name           text,
    misfire_instr           smallint,
    misfire_orig_fire_time  bigint,
    execution_group         varchar(200),
    preferred_node          varchar(200),
    preferred_node_auto     boolean not null default false,
    retry_policy            varchar(250),
    retry_attempt           integer,
    continues_trigger_name  text,
    continues_trigger_group text,
    continuation_condition  integer,
    overlap_policy          integer,
    pause_reason            varchar(250),
    paused_by               varchar(200),
    paused_at               bigint,
    misfire_threshold       bigint,
    fixed_delay             boolean,
    job_data                bytea,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, job_name, job_group) references qrtz_job_details
);

create table qrtz_simple_triggers (
    sched_name      text not null,
    trigger_name    text not null,
    trigger_group   text not null,
    repeat_count    bigint not null,
    repeat_interval bigint not null,
    times_triggered bigint not null,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers on delete cascade
);

create table qrtz_cron_triggers (
    sched_name      text not null,
    trigger_name    text not null,
    trigger_group   text not null,
    cron_expression text not null,
    time_zone_id    text,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers on delete cascade
);

create table qrtz_simprop_triggers (
    sched_name    text not null,
    trigger_name  text not null,
    trigger_group text not null,
    str_prop_1    text,
    str_prop_2    text,
    str_prop_3    text,
    int_prop_1    integer,
    int_prop_2    integer,
    long_prop_1   bigint,
    long_prop_2   bigint,
    dec_prop_1    numeric,
    dec_prop_2    numeric,
    bool_prop_1   boolean,
    bool_prop_2   boolean,
    time_zone_id  text,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers on delete cascade
);

create table qrtz_blob_triggers (
    sched_name    text not null,
    trigger_name  text not null,
    trigger_group text not null,
    blob_data     bytea,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers on delete cascade
);

create table qrtz_calendars (
    sched_name    text not null,
    calendar_name text not null,
    calendar      bytea not null,
    primary key (sched_name, calendar_name)
);

create table qrtz_paused_trigger_grps (
    sched_name    text not null,
    trigger_group text not null,
    pause_reason  varchar(250),
    paused_by     varchar(200),
    paused_at     bigint,
    primary key (sched_name, trigger_group)
);

create table qrtz_paused_job_grps (
    sched_name   text not null,
    job_group    text not null,
    pause_reason varchar(250),
    paused_by    varchar(200),
    paused_at    bigint,
    primary key (sched_name, job_group)
);

create table qrtz_fired_triggers (
    sched_name               text not null,
    entry_id                 text not null,
    trigger_name             text not null,
    trigger_group            text not null,
    instance_name            text not null,
    fired_time               bigint not null,
    sched_time               bigint not null,
    priority                 integer not null,
    state                    text not null,
    job_name                 text,
    job_group                text,
    is_nonconcurrent         boolean not null,
    requests_recovery        boolean,
    execution_group          varchar(200),
    progress                 integer,
    progress_message         varchar(250),
    interrupt_requested_time bigint,
    primary key (sched_name, entry_id)
);

create table qrtz_scheduler_state (
    sched_name        text not null,
    instance_name     text not null,
    last_checkin_time bigint not null,
    checkin_interval  bigint not null,
    quartz_version    varchar(20),
    primary key (sched_name, instance_name)
);

create table qrtz_locks (
    sched_name text not null,
    lock_name  text not null,
    primary key (sched_name, lock_name)
);

grant select, insert, update, delete on
    qrtz_job_details, qrtz_triggers, qrtz_simple_triggers, qrtz_cron_triggers, qrtz_simprop_triggers, qrtz_blob_triggers, qrtz_calendars,
    qrtz_paused_trigger_grps, qrtz_paused_job_grps, qrtz_fired_triggers, qrtz_scheduler_state, qrtz_locks to hub_app;

-- What came of each run. Rows of the national tenant alone: a failure names a place, and no other place has to know.
create table job_runs (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    job         text not null check (job ~ '^[a-z]+(-[a-z]+)*$'),
    node        text not null,
    asked_by    uuid,                                              -- null: the clock
    started_at  timestamptz not null,
    finished_at timestamptz,
    outcome     text not null check (outcome in ('Running', 'Done', 'SomeFailed', 'Failed', 'Interrupted')),
    done        integer not null check (done >= 0),                -- places, or whatever else the job counts
    failed      integer not null check (failed >= 0),
    fault       text check (fault in ('Program', 'DatabaseGone', 'TooSlow', 'RuleOfDatabase', 'Disk')),
    detail      text check (length(detail) <= 300),                -- the type of the fault or its code: never what people wrote
    reference   text,                                              -- of the log
    primary key (tenant_id, id),
    foreign key (tenant_id, asked_by) references users (tenant_id, id),
    constraint runs_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001'),
    constraint running_has_no_end check ((finished_at is null) = (outcome = 'Running')),
    constraint failed_has_its_fault check ((fault is not null) = (outcome = 'Failed'))
);
create unique index one_run_at_a_time on job_runs (tenant_id, job) where finished_at is null;
create index job_runs_by_time on job_runs (tenant_id, job, started_at desc);
call app.isolate('job_runs');
grant select, insert, update, delete on job_runs to hub_app;

-- The places for which a run failed, while it went on with the others.
create table job_failures (
    tenant_id uuid not null default app.current_tenant_id(),
    id        uuid not null,
    run_id    uuid not null,
    place_id  uuid not null references tenants,
    work      text not null,                                       -- which of the works that the job does in each place
    fault     text not null check (fault in ('Program', 'DatabaseGone', 'TooSlow', 'RuleOfDatabase', 'Disk')),
    detail    text not null check (length(detail) <= 300),
    reference text,
    primary key (tenant_id, id),
    foreign key (tenant_id, run_id) references job_runs (tenant_id, id) on delete cascade,
    constraint failures_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001')
);
create index job_failures_of_run on job_failures (tenant_id, run_id);
call app.isolate('job_failures');
grant select, insert, delete on job_failures to hub_app;

-- Since when a piece of due work fails, and what the log calls it: still ids and times only.
alter table work_due
    add column failing_since timestamptz,
    add column reference     text,
    add constraint failing_has_its_reference check ((failing_since is null) = (reference is null));

-- An invitation that nobody used is an address that nobody needs any more.
grant delete on invitations to hub_app;
