-- How a place begins: what its administrator put aside, how ready the place is, and the guarantor seat that a municipality offers to its state.

-- Steps of the guided start that somebody skipped, and the whole of it put aside. What is done is never stored: it follows from facts.
create table start_skips (
    tenant_id  uuid not null default app.current_tenant_id() references tenants,
    id         uuid not null,
    step       text not null check (step ~ '^[A-Za-z]{1,40}$'),
    skipped_at timestamptz not null,
    primary key (tenant_id, id),
    constraint each_step_skipped_once unique (tenant_id, step)
);
call app.isolate('start_skips');
grant select, insert, delete on start_skips to hub_app;

-- A set of answers to the questionnaire of readiness. A later set never overwrites an earlier one.
create table readiness_assessments (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    questionnaire integer not null check (questionnaire > 0),           -- sets of different questionnaires are not compared
    answered_on   date not null,
    structural    integer not null check (structural between 0 and 100),
    political     integer not null check (political between 0 and 100),
    social        integer not null check (social between 0 and 100),
    capacities    integer not null check (capacities between 0 and 100),
    published_on  date check (published_on >= answered_on),
    primary key (tenant_id, id)
);
create index readiness_by_day on readiness_assessments (tenant_id, answered_on);
call app.isolate('readiness_assessments');
grant select, insert on readiness_assessments to hub_app;
grant update (published_on) on readiness_assessments to hub_app;

create table readiness_answers (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    assessment_id uuid not null,
    question      text not null check (question ~ '^[A-Za-z]{1,40}$'),
    answer        integer not null check (answer between 0 and 3),      -- 0: nothing of it, 3: all of it
    primary key (tenant_id, id),
    constraint each_question_answered_once unique (tenant_id, assessment_id, question),
    foreign key (tenant_id, assessment_id) references readiness_assessments (tenant_id, id)
);
call app.isolate('readiness_answers');
grant select, insert on readiness_answers to hub_app;

-- What the places made public of it: the four figures, never the answers.
create table published_readiness (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    questionnaire integer not null,
    answered_on   date not null,
    published_on  date not null,
    structural    integer not null check (structural between 0 and 100),
    political     integer not null check (political between 0 and 100),
    social        integer not null check (social between 0 and 100),
    capacities    integer not null check (capacities between 0 and 100),
    primary key (tenant_id, id)
);
call app.publish('published_readiness');
grant select, insert on published_readiness to hub_app;

-- A seat offered by one place to another. Each of the two keeps its own row, under the same id; neither reads the other's.
create table seat_offers (
    tenant_id    uuid not null default app.current_tenant_id() references tenants,
    id           uuid not null,
    direction    text not null check (direction in ('Made', 'Received')),
    other_id     uuid not null references tenants,                      -- whom it was made to, or who made it
    message      text check (length(message) between 1 and 1000),
    offered_on   date not null,
    status       text not null check (status in ('Open', 'Accepted', 'Declined')),
    closed_on    date,
    organization text check (length(organization) between 1 and 300),   -- who takes the seat, where it was accepted
    reason       text check (length(reason) between 1 and 1000),        -- why not, where it was declined
    primary key (tenant_id, id),
    constraint closed_on_a_day check ((status = 'Open') = (closed_on is null)),
    constraint accepted_for_a_body check ((status = 'Accepted') = (organization is not null)),
    constraint declined_with_a_reason check ((status = 'Declined') = (reason is not null)),
    constraint never_offered_to_itself check (other_id <> tenant_id)
);
create unique index one_open_offer on seat_offers (tenant_id, direction, other_id) where status = 'Open';
call app.isolate('seat_offers');
grant select, insert on seat_offers to hub_app;
grant update (status, closed_on, organization, reason) on seat_offers to hub_app;
