-- How a secretariat meets: the call, who came, and the minutes that one seat of each sector signs.

create function app.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is final: neither changed nor erased', tg_table_name using errcode = 'restrict_violation';
end $$;

create table sessions (
    tenant_id           uuid not null default app.current_tenant_id() references tenants,
    id                  uuid not null,
    number              integer check (number > 0),                -- given by the call, one after the other
    kind                text not null check (kind in ('Ordinary', 'Extraordinary')),
    title               text not null check (length(title) between 1 and 200),
    starts_at           timestamptz not null,
    ends_at             timestamptz not null,
    place               text check (length(place) between 1 and 300),
    link                text check (length(link) between 1 and 500),
    status              text not null check (status in ('Draft', 'Called', 'Open', 'Closed', 'Cancelled')),
    called_at           timestamptz,
    notice_days         integer check (notice_days >= 0),          -- from the call, or the last change of its day, to the session
    notice_days_due     integer check (notice_days_due >= 0),      -- what the place's rules asked for then
    opened_at           timestamptz,
    closed_at           timestamptz,
    had_quorum          boolean,                                   -- of the roll-call, at closing
    cancelled_at        timestamptz,
    cancellation_reason text check (length(cancellation_reason) between 1 and 1000),
    sequence            integer not null check (sequence >= 0),    -- of the invitation, as calendars count its changes
    is_demonstration    boolean not null,
    revision            integer not null,
    primary key (tenant_id, id),
    constraint session_ends_after_it_began check (ends_at > starts_at),
    constraint session_is_somewhere check (place is not null or link is not null or status = 'Draft'),
    constraint call_gives_number_and_notice check (
        (status = 'Draft') = (called_at is null) and (called_at is null) = (number is null)
        and (called_at is null) = (notice_days is null) and (called_at is null) = (notice_days_due is null)),
    constraint opened_when_open_or_closed check ((opened_at is not null) = (status in ('Open', 'Closed'))),
    constraint closing_says_the_quorum check ((closed_at is not null) = (status = 'Closed') and (closed_at is null) = (had_quorum is null)),
    constraint cancellation_has_a_reason check (
        (cancelled_at is not null) = (status = 'Cancelled') and (cancelled_at is null) = (cancellation_reason is null)),
    constraint numbered_once unique (tenant_id, number)
);
create index sessions_by_time on sessions (tenant_id, starts_at, id);
call app.isolate('sessions');
grant select, insert, update, delete on sessions to hub_app;
create trigger only_a_draft_is_thrown_away before delete on sessions
    for each row when (old.status <> 'Draft') execute function app.refuse_change();

create table agenda_items (
    tenant_id  uuid not null default app.current_tenant_id(),
    id         uuid not null,
    session_id uuid not null,
    position   integer not null check (position > 0),
    title      text not null check (length(title) between 1 and 300),
    text       text check (length(text) between 1 and 5000),
    primary key (tenant_id, id),
    constraint one_item_a_position unique (tenant_id, session_id, position) deferrable initially deferred,
    foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
);
call app.isolate('agenda_items');
grant select, insert, update, delete on agenda_items to hub_app;

-- Published documents that an item is about.
create table agenda_documents (
    tenant_id   uuid not null default app.current_tenant_id(),
    item_id     uuid not null,
    document_id uuid not null,
    primary key (tenant_id, item_id, document_id),
    foreign key (tenant_id, item_id) references agenda_items (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references documents (tenant_id, id)
);
call app.isolate('agenda_documents');
grant select, insert, delete on agenda_documents to hub_app;

-- What a seat says before the session: who comes. Not public.
create table attendance_answers (
    tenant_id   uuid not null default app.current_tenant_id(),
    session_id  uuid not null,
    seat_id     uuid not null,
    answer      text not null check (answer in ('Holder', 'Alternate', 'Nobody')),
    answered_at timestamptz not null,
    primary key (tenant_id, session_id, seat_id),
    foreign key (tenant_id, session_id) references sessions (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
call app.isolate('attendance_answers');
grant select, insert, update on attendance_answers to hub_app;

-- The roll-call: a row is a seat that was present, and by whom.
create table attendances (
    tenant_id   uuid not null default app.current_tenant_id(),
    session_id  uuid not null,
    seat_id     uuid not null,
    capacity    text not null check (capacity in ('Holder', 'Alternate')),
    recorded_at timestamptz not null,
    primary key (tenant_id, session_id, seat_id),
    foreign key (tenant_id, session_id) references sessions (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
call app.isolate('attendances');
grant select, insert, update, delete on attendances to hub_app;

-- One text a session. While it waits for signatures it has a hash, and a signature is of that very text.
create table minutes (
    tenant_id       uuid not null default app.current_tenant_id(),
    id              uuid not null,
    session_id      uuid not null,
    text            text not null check (length(text) between 1 and 100000),
    status          text not null check (status in ('Draft', 'Signing', 'Published')),
    drafted_at      timestamptz not null,
    sha256          text,                                          -- null in a draft
    published_at    timestamptz,
    ledger_sequence integer check (ledger_sequence >= 0),          -- the last entry of the place's history before the publication
    ledger_hash     text check (ledger_hash ~ '^[0-9a-f]{64}$'),
    revision        integer not null,
    primary key (tenant_id, id),
    constraint one_text_a_session unique (tenant_id, session_id),
    constraint hash_of_what_is_signed check (
        (status = 'Draft') = (sha256 is null) and sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    constraint published_with_the_head_of_the_ledger check (
        (status = 'Published') = (published_at is not null)
        and (published_at is null) = (ledger_sequence is null) and (published_at is null) = (ledger_hash is null)),
    foreign key (tenant_id, session_id) references sessions (tenant_id, id)
);
call app.isolate('minutes');
grant select, insert, update on minutes to hub_app;
create trigger published_is_final before update on minutes
    for each row when (old.status = 'Published') execute function app.refuse_change();

create table minutes_signatures (
    tenant_id  uuid not null default app.current_tenant_id(),
    minutes_id uuid not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),    -- of the text that was signed: a corrected text is signed anew
    sector     text not null check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    seat_id    uuid not null,
    signed_at  timestamptz not null,
    constraint one_seat_signs_for_its_sector primary key (tenant_id, minutes_id, sha256, sector),
    foreign key (tenant_id, minutes_id) references minutes (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id)
);
call app.isolate('minutes_signatures');
grant select, insert on minutes_signatures to hub_app;             -- given once, never taken back

-- What the place's rules say about its sessions; without a row, the usual.
create table session_rules (
    tenant_id            uuid not null default app.current_tenant_id() references tenants,
    id                   uuid not null,
    ordinary_notice      integer not null check (ordinary_notice between 0 and 60),
    extraordinary_notice integer not null check (extraordinary_notice between 0 and 60),
    months_between       integer not null check (months_between between 1 and 24),
    revision             integer not null,
    primary key (tenant_id, id),
    constraint one_set_of_rules_a_place unique (tenant_id)
);
call app.isolate('session_rules');
grant select, insert, update on session_rules to hub_app;

-- That a session is due was said once for each due day.
create table session_reminders (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    due_on    date not null,
    sent_at   timestamptz not null,
    primary key (tenant_id, due_on)
);
call app.isolate('session_reminders');
grant select, insert on session_reminders to hub_app;
