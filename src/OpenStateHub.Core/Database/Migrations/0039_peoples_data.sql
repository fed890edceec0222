-- What people may ask about their own data, and what remains of somebody who left.

alter table users
    add column dissociated_at timestamptz,                         -- what they did stays; who they were is not known any more
    add constraint whoever_left_signs_in_nowhere check (dissociated_at is null or password_hash = '');
grant delete on users, role_grants, invitations to hub_app;        -- only of people who did nothing here: keys hold the others

alter table notice_acceptances drop constraint notice_acceptances_purpose_check;
alter table notice_acceptances add constraint notice_acceptances_purpose_check
    check (purpose in ('Following', 'Comment', 'Account', 'Arco'));

-- Access, rectification, cancellation, opposition: what somebody asks about their data, and what the place answered in time or late.
create table arco_requests (
    tenant_id    uuid not null default app.current_tenant_id() references tenants,
    id           uuid not null,
    kind         text not null check (kind in ('Access', 'Rectification', 'Cancellation', 'Opposition')),
    name         text not null check (length(name) between 1 and 120),
    address      text not null check (length(address) between 3 and 254),
    text         text not null check (length(text) between 1 and 4000),
    language     text not null check (language in ('es', 'en')),
    token_hash   text not null check (token_hash ~ '^[0-9a-f]{64}$'),      -- of the link that confirms, and later shows the answer
    asked_at     timestamptz not null,
    received_on  date,                                             -- the day on which the address was confirmed: the clock starts
    due_on       date,                                             -- the last day to answer in time
    outcome      text check (outcome in ('Granted', 'GrantedInPart', 'Denied')),
    answer       text check (length(answer) between 1 and 4000),
    answered_on  date,
    carry_due_on date,                                             -- the last day to do what was granted
    carried_on   date,
    reminded     text not null default 'No' check (reminded in ('No', 'Soon', 'Late', 'CarrySoon', 'CarryLate')),
    primary key (tenant_id, id),
    constraint each_link_is_one_requests unique (tenant_id, token_hash),
    constraint the_clock_starts_with_confirmation check ((received_on is null) = (due_on is null)),
    constraint an_answer_is_whole check (num_nulls(outcome, answer, answered_on) in (0, 3)),
    constraint only_the_confirmed_is_answered check (answered_on is null or received_on is not null),
    constraint what_is_granted_is_carried_out check ((carry_due_on is not null) = (outcome is not null and outcome <> 'Denied')),
    constraint nothing_denied_is_carried_out check (carried_on is null or carry_due_on is not null)
);
create index arco_requests_open on arco_requests (tenant_id, received_on);
call app.isolate('arco_requests');
grant select, insert, update, delete on arco_requests to hub_app;  -- deleted only where nobody confirmed

-- The periods of such requests, in working days. No row: 20 and 15 (to confirm: the law of 2025).
create table arco_terms (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    answer_days integer not null check (answer_days between 1 and 60),
    carry_days  integer not null check (carry_days between 1 and 60),
    revision    integer not null,
    primary key (tenant_id, id),
    constraint one_term_a_place unique (tenant_id)
);
call app.isolate('arco_terms');
grant select, insert, update on arco_terms to hub_app;
