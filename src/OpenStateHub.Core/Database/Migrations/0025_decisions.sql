-- What the secretariat decides: with its sectors, never by heads; and the agreements that come of it.

-- A matter put to the vote, on an item of an open session or in writing until a deadline.
create table decisions (
    tenant_id          uuid not null default app.current_tenant_id() references tenants,
    id                 uuid not null,
    session_id         uuid,                                       -- null: in writing
    agenda_item_id     uuid,
    matter             text not null check (matter in ('ApprovePlan', 'ChangeRoadmap', 'WithdrawCommitment', 'VerifyCommitment',
                                                       'AcceptOrganization', 'ChangeRules', 'FreeText')),
    subject_id         uuid,                                       -- what it is about; another feature knows its table
    subject            text,                                       -- the same as the ledger names it
    title              text not null check (length(title) between 1 and 300),
    text               text not null check (length(text) between 1 and 10000),
    terms              text check (jsonb_typeof(terms::jsonb) = 'object'),   -- what its effect needs besides
    rule               text not null check (rule in ('AllThree', 'TwoOfThree')),
    responsible        text check (length(responsible) between 1 and 300),
    due_on             date,
    opened_at          timestamptz not null,
    closes_at          timestamptz,
    closed_at          timestamptz,
    outcome            text not null check (outcome in ('Open', 'Passed', 'NotPassed', 'NoQuorum')),
    decided_on         date,
    government_vote    text check (government_vote in ('InFavour', 'Against', 'Abstention')),
    civil_society_vote text check (civil_society_vote in ('InFavour', 'Against', 'Abstention')),
    guarantor_vote     text check (guarantor_vote in ('InFavour', 'Against', 'Abstention')),
    not_applied        text,                                       -- why what the sectors agreed could not be done: a refusal's code
    is_demonstration   boolean not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, session_id) references sessions (tenant_id, id),
    foreign key (tenant_id, agenda_item_id) references agenda_items (tenant_id, id),
    constraint on_an_item_of_a_session_or_in_writing check ((session_id is null) = (agenda_item_id is null)),
    constraint in_writing_until_a_deadline check ((session_id is null) = (closes_at is not null)),
    constraint subject_has_its_name check ((subject_id is null) = (subject is null)),
    constraint closed_with_its_outcome check (num_nulls(closed_at, decided_on, government_vote, civil_society_vote, guarantor_vote)
                                              = case when outcome = 'Open' then 5 else 0 end),
    constraint what_passed_was_done check (not_applied is null or outcome in ('Open', 'NotPassed')),
    constraint plans_and_commitments_need_all_three check (rule = 'AllThree' or matter in ('AcceptOrganization', 'ChangeRules', 'FreeText'))
);
create index decisions_by_time on decisions (tenant_id, opened_at, id);
create index decisions_of_session on decisions (tenant_id, session_id);
-- The same thing is not put to two votes at once.
create unique index one_open_vote_a_subject on decisions (tenant_id, matter, subject_id) where outcome = 'Open' and subject_id is not null;
call app.isolate('decisions');
grant select, insert on decisions to hub_app;                      -- what was put to the vote is never reworded or erased
grant update (closed_at, outcome, decided_on, government_vote, civil_society_vote, guarantor_vote, not_applied) on decisions to hub_app;

-- One vote a seat. It may be changed until the decision closes; each change is an act of its own in the ledger.
create table ballots (
    tenant_id   uuid not null default app.current_tenant_id(),
    decision_id uuid not null,
    seat_id     uuid not null,
    choice      text not null check (choice in ('InFavour', 'Against', 'Abstention')),
    reason      text check (length(reason) between 1 and 2000),
    cast_at     timestamptz not null,
    primary key (tenant_id, decision_id, seat_id),
    foreign key (tenant_id, decision_id) references decisions (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
call app.isolate('ballots');
grant select, insert on ballots to hub_app;
grant update (choice, reason, cast_at) on ballots to hub_app;

-- The seats that were there when the decision closed, and what each was counted as: who came later changes nothing.
create table counted_seats (
    tenant_id   uuid not null default app.current_tenant_id(),
    decision_id uuid not null,
    seat_id     uuid not null,
    choice      text check (choice in ('InFavour', 'Against', 'Abstention')),   -- null: it was there and did not vote
    primary key (tenant_id, decision_id, seat_id),
    foreign key (tenant_id, decision_id) references decisions (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
call app.isolate('counted_seats');
grant select, insert on counted_seats to hub_app;

-- The last number of each year; its row is locked until the agreement that takes the next one is saved.
create table agreement_counters (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    year      integer not null,
    last      integer not null check (last > 0),
    primary key (tenant_id, year)
);
call app.isolate('agreement_counters');
grant select, insert on agreement_counters to hub_app;
grant update (last) on agreement_counters to hub_app;

-- What was agreed, followed until it is done.
create table agreements (
    tenant_id        uuid not null default app.current_tenant_id() references tenants,
    id               uuid not null,
    number           text not null check (length(number) between 1 and 60),
    title            text not null check (length(title) between 1 and 300),
    text             text not null check (length(text) between 1 and 10000),
    agreed_on        date not null,
    responsible      text check (length(responsible) between 1 and 300),
    due_on           date,
    state            text not null check (state in ('Pending', 'InProgress', 'Done', 'Cancelled')),
    decision_id      uuid,
    session_id       uuid,
    reminded_on      date,
    revision         integer not null,
    is_demonstration boolean not null,
    primary key (tenant_id, id),
    constraint a_number_once unique (tenant_id, number),
    constraint one_agreement_a_decision unique (tenant_id, decision_id),
    foreign key (tenant_id, decision_id) references decisions (tenant_id, id),
    foreign key (tenant_id, session_id) references sessions (tenant_id, id)
);
create index agreements_by_day on agreements (tenant_id, agreed_on, id);
call app.isolate('agreements');
grant select, insert on agreements to hub_app;                     -- never erased
grant update (responsible, due_on, state, reminded_on, revision) on agreements to hub_app;

-- What became of an agreement, in the words of whoever follows it.
create table agreement_notes (
    tenant_id    uuid not null default app.current_tenant_id(),
    id           uuid not null,
    agreement_id uuid not null,
    state        text not null check (state in ('Pending', 'InProgress', 'Done', 'Cancelled')),   -- the agreement's from then on
    text         text not null check (length(text) between 1 and 4000),
    office       text check (length(office) between 1 and 300),
    noted_on     date not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, agreement_id) references agreements (tenant_id, id)
);
create index agreement_notes_of_agreement on agreement_notes (tenant_id, agreement_id);
call app.isolate('agreement_notes');
grant select, insert on agreement_notes to hub_app;

-- Verified as a whole by the secretariat, once all its activities are.
alter table commitments
    add column verified_on date,
    add column verified_by text check (length(verified_by) between 1 and 60),
    add constraint verification_names_its_agreement check ((verified_on is null) = (verified_by is null));

alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check check (kind in ('Metrics', 'Totals', 'Mail', 'Files', 'Decisions'));
