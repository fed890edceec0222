-- Who is told by mail of what happens here, and which notice of privacy they accepted.

-- Which version of the notice somebody accepted, for what and when. It names nobody, and stays when what it is about is erased.
create table notice_acceptances (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    purpose     text not null check (purpose in ('Following', 'Comment')),
    subject_id  uuid not null,                                     -- the follower or the comment; no key leads there
    version     integer not null check (version > 0),
    accepted_at timestamptz not null,
    primary key (tenant_id, id),
    constraint accepted_once unique (tenant_id, purpose, subject_id)
);
call app.isolate('notice_acceptances');
grant select, insert on notice_acceptances to hub_app;             -- what was accepted is never changed

-- An address that follows the place, or one plan, commitment or other public thing of it. Nobody is told anything before they confirm.
create table followers (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    subject_kind  text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject_key   text not null check (subject_key ~ '^[a-z0-9/-]+$'),
    address       text check (length(address) between 3 and 254),
    frequency     text not null check (frequency in ('AtOnce', 'Daily', 'Weekly')),
    language      text not null check (language in ('es', 'en')),
    token_hash    text not null check (token_hash ~ '^[0-9a-f]{64}$'),  -- of the link that confirms; the link itself is kept nowhere
    asked_at      timestamptz not null,
    confirmed_at  timestamptz,
    ended_at      timestamptz,
    told_sequence integer not null check (told_sequence >= 0),     -- the last entry of the history that was looked at for them
    next_at       timestamptz,                                     -- not told before
    primary key (tenant_id, id),
    constraint each_link_is_one_followers unique (tenant_id, token_hash),
    constraint whoever_left_has_no_address check ((ended_at is null) = (address is not null)),
    constraint only_who_confirmed_is_told check ((confirmed_at is null) = (next_at is null))
);
create unique index followed_once on followers (tenant_id, subject_kind, subject_key, address) where confirmed_at is not null;
create index followers_due on followers (tenant_id, next_at) where confirmed_at is not null and ended_at is null;
create index followers_unconfirmed on followers (tenant_id, asked_at) where confirmed_at is null;
call app.isolate('followers');
grant select, insert, update, delete on followers to hub_app;      -- deleted only where nobody confirmed

-- Which stretch of the history each letter told: none is told twice, whoever tries. Each letter has a link of its own to leave by.
create table follower_letters (
    tenant_id      uuid not null default app.current_tenant_id(),
    id             uuid not null,
    follower_id    uuid not null,
    after_sequence integer not null check (after_sequence >= 0),
    last_sequence  integer not null,
    token_hash     text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    queued_at      timestamptz not null,
    primary key (tenant_id, id),
    constraint no_stretch_is_told_twice unique (tenant_id, follower_id, after_sequence),
    constraint each_link_is_one_letters unique (tenant_id, token_hash),
    constraint a_letter_tells_something check (last_sequence > after_sequence),
    foreign key (tenant_id, follower_id) references followers (tenant_id, id) on delete cascade
);
create index follower_letters_by_time on follower_letters (tenant_id, queued_at);
call app.isolate('follower_letters');
grant select, insert, delete on follower_letters to hub_app;

-- Whoever writes the history asks, in the same transaction, that its followers be told; no feature can forget it.
create function app.queue_following() returns trigger language plpgsql as $$
begin
    insert into work_due (tenant_id, kind, due_at)
    select tenant_id, 'Following', min(recorded_at) from written
    where exists (select from followers where confirmed_at is not null and ended_at is null)
    group by tenant_id
    on conflict (tenant_id, kind) do update set due_at = least(work_due.due_at, excluded.due_at);
    return null;
end $$;
create trigger queue_following after insert on ledger_entries
    referencing new table as written for each statement execute function app.queue_following();

alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check
    check (kind in ('Metrics', 'Totals', 'Mail', 'Files', 'Decisions', 'Verifications', 'Cutoffs', 'Following'));
