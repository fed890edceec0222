-- Cut-off dates: the days on which a plan's progress freezes into a report that nobody edits; and the public sessions that present results.

create table cutoffs (
    tenant_id           uuid not null default app.current_tenant_id() references tenants,
    id                  uuid not null,
    plan_id             uuid not null,
    falls_on            date not null,                             -- its last day: what happened on it still counts
    source              text check (length(source) between 1 and 500),
    recorded_on         date not null,                             -- after the day itself where it was entered late
    frozen_at           timestamptz,
    cancelled_on        date,
    cancellation_reason text check (length(cancellation_reason) between 1 and 1000),
    is_demonstration    boolean not null,
    revision            integer not null,
    primary key (tenant_id, id),
    constraint cutoff_of_its_plan unique (tenant_id, plan_id, id),
    constraint cancellation_has_a_reason check ((cancelled_on is null) = (cancellation_reason is null)),
    constraint what_was_cancelled_never_freezes check (cancelled_on is null or frozen_at is null),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id)
);
create unique index one_cutoff_a_day on cutoffs (tenant_id, plan_id, falls_on) where cancelled_on is null;
create index cutoffs_to_come on cutoffs (tenant_id, falls_on) where frozen_at is null and cancelled_on is null;
call app.isolate('cutoffs');
grant select, insert, update on cutoffs to hub_app;                -- cancelled, never erased
create trigger frozen_is_final before update on cutoffs
    for each row when (old.frozen_at is not null or old.cancelled_on is not null) execute function app.refuse_change();

-- Who was reminded of which day, how long before it. Twice is once, whoever does it: a moved date is another day.
create table cutoff_reminders (
    tenant_id   uuid not null default app.current_tenant_id(),
    cutoff_id   uuid not null,
    falls_on    date not null,
    days_before integer not null check (days_before in (30, 15, 7, 1, -1)),
    user_id     uuid not null,
    sent_at     timestamptz not null,
    constraint reminded_once primary key (tenant_id, cutoff_id, falls_on, days_before, user_id),
    foreign key (tenant_id, cutoff_id) references cutoffs (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index cutoff_reminders_of_user on cutoff_reminders (tenant_id, user_id);
call app.isolate('cutoff_reminders');
grant select, insert on cutoff_reminders to hub_app;

-- What stood at the end of the cut-off day, in one text and its hash. Neither changed nor erased: corrections stand beside it.
create table accountability_reports (
    tenant_id       uuid not null default app.current_tenant_id(),
    id              uuid not null,
    plan_id         uuid not null,
    cutoff_id       uuid not null,
    falls_on        date not null,
    frozen_at       timestamptz not null,
    content         text not null check (length(content) between 2 and 20000000),
    sha256          text not null,
    reported        numeric(16, 12) check (reported between 0 and 100),
    verified        numeric(16, 12) check (verified between 0 and 100),
    counted         integer not null check (counted >= 0),
    total           integer not null check (total >= counted),
    late_activities integer not null check (late_activities >= 0),
    primary key (tenant_id, id),
    constraint one_report_a_cutoff unique (tenant_id, cutoff_id),
    constraint one_report_a_day unique (tenant_id, plan_id, falls_on),
    constraint hash_is_of_the_content check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    constraint verified_is_reported_too check (verified <= reported and (verified is null) = (reported is null)),
    constraint report_of_its_cutoff foreign key (tenant_id, plan_id, cutoff_id) references cutoffs (tenant_id, plan_id, id)
);
call app.isolate('accountability_reports');
grant select, insert on accountability_reports to hub_app;
create trigger frozen_is_final before update or delete on accountability_reports for each row execute function app.refuse_change();

-- A later correction cites the report, and leaves it as it stands.
create table rectifications (
    tenant_id        uuid not null default app.current_tenant_id(),
    id               uuid not null,
    report_id        uuid not null,
    concerns         text not null check (length(concerns) between 1 and 300),
    reads            text not null check (length(reads) between 1 and 2000),
    should_read      text not null check (length(should_read) between 1 and 2000),
    reason           text not null check (length(reason) between 1 and 2000),
    rectified_on     date not null,
    is_demonstration boolean not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, report_id) references accountability_reports (tenant_id, id)
);
create index rectifications_of_report on rectifications (tenant_id, report_id);
call app.isolate('rectifications');
grant select, insert on rectifications to hub_app;
create trigger rectification_is_final before update or delete on rectifications for each row execute function app.refuse_change();

-- Public accountability sessions: anybody may come. Announced, then held with its summary, or cancelled with its reason.
create table presentations (
    tenant_id           uuid not null default app.current_tenant_id() references tenants,
    id                  uuid not null,
    plan_id             uuid,                                      -- null: not about one plan alone
    title               text not null check (length(title) between 1 and 200),
    about               text check (length(about) between 1 and 4000),
    starts_at           timestamptz not null,
    ends_at             timestamptz,
    place               text check (length(place) between 1 and 300),
    link                text check (length(link) between 1 and 500),
    status              text not null check (status in ('Announced', 'Held', 'Cancelled')),
    announced_on        date not null,                             -- after its day where it was entered late
    summary             text check (length(summary) between 1 and 10000),
    attendees           integer check (attendees between 0 and 1000000),
    minutes_link        text check (length(minutes_link) between 1 and 500),
    cancellation_reason text check (length(cancellation_reason) between 1 and 1000),
    is_demonstration    boolean not null,
    revision            integer not null,
    primary key (tenant_id, id),
    constraint ends_after_it_began check (ends_at > starts_at),
    constraint presentation_is_somewhere check (place is not null or link is not null),
    constraint held_with_its_summary check ((status = 'Held') = (summary is not null)),
    constraint only_held_ones_have_results check (status = 'Held' or num_nonnulls(attendees, minutes_link) = 0),
    constraint cancellation_has_a_reason check ((status = 'Cancelled') = (cancellation_reason is not null)),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id)
);
create index presentations_by_time on presentations (tenant_id, starts_at, id);
create index presentations_of_plan on presentations (tenant_id, plan_id);
call app.isolate('presentations');
grant select, insert, update on presentations to hub_app;          -- cancelled, never erased

alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check
    check (kind in ('Metrics', 'Totals', 'Mail', 'Files', 'Decisions', 'Verifications', 'Cutoffs'));
