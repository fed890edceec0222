-- What was reported of each activity, what shows it, and which sectors confirm it.

create table progress_reports (
    tenant_id        uuid not null default app.current_tenant_id(),
    id               uuid not null,
    activity_id      uuid not null,
    number           integer not null check (number > 0),
    reported_on      date not null,
    status           text not null check (status in ('InProgress', 'Complete')),
    percent          integer check (percent between 0 and 99),
    done_on          date,
    summary          text not null check (length(summary) > 0),
    step_back_reason text,
    sector           text not null check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    office           text not null check (length(office) between 1 and 300),
    primary key (tenant_id, id),
    constraint report_stands_once unique (tenant_id, activity_id, number),
    constraint report_of_its_activity unique (tenant_id, activity_id, id),
    constraint percent_in_progress_day_when_complete check ((status = 'InProgress') = (percent is not null) and (status = 'Complete') = (done_on is not null)),
    constraint done_before_it_is_reported check (done_on <= reported_on),
    foreign key (tenant_id, activity_id) references activities (tenant_id, id)
);
call app.isolate('progress_reports');
grant select, insert on progress_reports to hub_app;               -- a report is followed, never changed

create table evidence_items (
    tenant_id         uuid not null default app.current_tenant_id(),
    id                uuid not null,
    activity_id       uuid not null,
    report_id         uuid not null,
    title             text not null check (length(title) between 1 and 300),
    url               text not null check (url ~ '^https?://' and length(url) <= 2000),
    dated_on          date,
    withdrawn_on      date,
    withdrawal_reason text,
    primary key (tenant_id, id),
    constraint withdrawal_has_a_reason check ((withdrawn_on is null) = (withdrawal_reason is null)),
    constraint evidence_of_a_report_of_its_activity
        foreign key (tenant_id, activity_id, report_id) references progress_reports (tenant_id, activity_id, id)
);
create index evidence_items_by_activity on evidence_items (tenant_id, activity_id);
create index evidence_items_by_report on evidence_items (tenant_id, report_id);
call app.isolate('evidence_items');
grant select, insert on evidence_items to hub_app;                 -- withdrawn, never erased or exchanged
grant update (withdrawn_on, withdrawal_reason) on evidence_items to hub_app;

create table confirmations (
    tenant_id    uuid not null default app.current_tenant_id(),
    id           uuid not null,
    report_id    uuid not null,
    sector       text not null check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    organization text not null check (length(organization) between 1 and 300),
    outcome      text not null check (outcome in ('Confirmed', 'Refused')),
    reasons      text,
    answered_on  date not null,
    primary key (tenant_id, id),
    constraint a_sector_answers_once unique (tenant_id, report_id, sector),
    constraint refusal_gives_reasons check (outcome <> 'Refused' or length(reasons) > 0),
    foreign key (tenant_id, report_id) references progress_reports (tenant_id, id)
);
call app.isolate('confirmations');
grant select, insert on confirmations to hub_app;                  -- an answer is never changed
