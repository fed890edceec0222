-- Who owns an activity, what stood in the way, evidence as files, the answers of single seats, and what the indicators measured.

-- For whom an owner acts: the office in government, or its counterpart in civil society. Null, of before: the government.
alter table role_grants
    add column sector text check (sector in ('Government', 'CivilSociety')),
    add constraint only_an_owner_acts_for_a_sector check (sector is null or role = 'ActivityOwner');
alter table invitations
    add column sector text check (sector in ('Government', 'CivilSociety')),
    add constraint only_an_owner_acts_for_a_sector check (sector is null or role = 'ActivityOwner');
create index role_grants_by_scope on role_grants (tenant_id, scope_id) where scope_id is not null;

alter table progress_reports
    add column obstacle_cause   text check (obstacle_cause in ('Budget', 'Staff', 'Legal', 'Coordination', 'Procurement', 'Information', 'Authorities',
                                                               'Technical', 'External', 'Other')),
    add column obstacle_text    text check (length(obstacle_text) between 1 and 2000),
    add column obstacle_measure text check (length(obstacle_measure) between 1 and 2000),
    add column reported_by      uuid,                              -- not public: who may not answer for a seat; null: nobody signed in
    add constraint an_obstacle_is_said_whole check (num_nulls(obstacle_cause, obstacle_text, obstacle_measure) in (0, 3)),
    add constraint what_is_complete_has_no_obstacle check (obstacle_cause is null or status = 'InProgress'),
    add foreign key (tenant_id, reported_by) references users (tenant_id, id);

-- A link, or a file that the place keeps. Of a withdrawn file the hash, the name and the size stay; its bytes go.
alter table evidence_items
    alter column url drop not null,
    add column sha256                text check (sha256 ~ '^[0-9a-f]{64}$'),
    add column file_name             text check (length(file_name) between 1 and 120),
    add column bytes                 bigint check (bytes > 0),
    add column without_personal_data boolean check (without_personal_data),  -- said by whoever gave it; null: given before that was asked
    add constraint a_link_or_a_file check ((url is null) = (sha256 is not null)),
    add constraint a_file_has_name_and_size check (num_nulls(sha256, file_name, bytes) in (0, 3)),
    add constraint a_file_was_asked_about check (sha256 is null or without_personal_data);

alter table file_uses drop constraint file_uses_kind_check;
alter table file_uses add constraint file_uses_kind_check check (kind in ('Library', 'Evidence', 'IndicatorValue'));

-- A sector answers with the names of all its seats that were of one mind.
alter table confirmations drop constraint confirmations_organization_check;
alter table confirmations add constraint confirmations_organization_check check (length(organization) >= 1);

-- What each seat says of a reported completion. Its sector's answer is settled by the majority, as a row of confirmations; until then it may change.
create table seat_answers (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    report_id   uuid not null,
    seat_id     uuid not null,
    outcome     text not null check (outcome in ('Confirmed', 'Refused')),
    reasons     text check (length(reasons) between 1 and 2000),
    answered_on date not null,
    primary key (tenant_id, id),
    constraint a_seat_answers_once unique (tenant_id, report_id, seat_id),
    constraint a_seat_refuses_with_reasons check (outcome <> 'Refused' or reasons is not null),
    foreign key (tenant_id, report_id) references progress_reports (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
create index seat_answers_of_seat on seat_answers (tenant_id, seat_id);
call app.isolate('seat_answers');
grant select, insert on seat_answers to hub_app;                   -- changed until its sector's answer is settled, never erased
grant update (outcome, reasons, answered_on) on seat_answers to hub_app;

-- What was measured of a commitment's indicator. Results are not progress: no percentage is made of them.
create table indicator_values (
    tenant_id         uuid not null default app.current_tenant_id() references tenants,
    id                uuid not null,
    commitment_id     uuid not null,
    value             numeric(20, 4) not null,
    measured_on       date not null,
    source            text not null check (length(source) between 1 and 300),
    url               text check (url ~ '^https?://' and length(url) <= 2000),
    sha256            text check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name         text check (length(file_name) between 1 and 120),
    bytes             bigint check (bytes > 0),
    note              text check (length(note) between 1 and 2000),
    sector            text not null check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    office            text not null check (length(office) between 1 and 300),
    recorded_on       date not null,
    reported_by       uuid,                                        -- not public: who may not answer for a seat
    withdrawn_on      date,
    withdrawal_reason text check (length(withdrawal_reason) between 1 and 2000),
    is_demonstration  boolean not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id),
    foreign key (tenant_id, reported_by) references users (tenant_id, id),
    constraint measured_before_it_is_recorded check (measured_on <= recorded_on),
    constraint a_file_has_name_and_size check (num_nulls(sha256, file_name, bytes) in (0, 3)),
    constraint withdrawal_has_a_reason check ((withdrawn_on is null) = (withdrawal_reason is null))
);
create unique index one_value_a_day on indicator_values (tenant_id, commitment_id, measured_on) where withdrawn_on is null;
call app.isolate('indicator_values');
grant select, insert on indicator_values to hub_app;               -- withdrawn and followed, never changed
grant update (withdrawn_on, withdrawal_reason) on indicator_values to hub_app;

-- Whether a seat stands by a measured value. Counted by sector, and nothing else follows from it.
create table value_answers (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    value_id    uuid not null,
    seat_id     uuid not null,
    outcome     text not null check (outcome in ('Confirmed', 'Refused')),
    reasons     text check (length(reasons) between 1 and 2000),
    answered_on date not null,
    primary key (tenant_id, id),
    constraint a_seat_answers_a_value_once unique (tenant_id, value_id, seat_id),
    constraint a_seat_disputes_with_reasons check (outcome <> 'Refused' or reasons is not null),
    foreign key (tenant_id, value_id) references indicator_values (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
create index value_answers_of_seat on value_answers (tenant_id, seat_id);
call app.isolate('value_answers');
grant select, insert on value_answers to hub_app;
grant update (outcome, reasons, answered_on) on value_answers to hub_app;

-- The end of the answer term.
alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check check (kind in ('Metrics', 'Totals', 'Mail', 'Files', 'Decisions', 'Verifications'));
