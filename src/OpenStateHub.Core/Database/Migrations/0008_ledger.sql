-- The chained history of each place: what became public, when, by which office, and the hash of what stood there then.

-- One row an act and subject. Text that people wrote enters only through content_hash, and there only salted; a citizen's name never.
create table ledger_entries (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    sequence      integer not null check (sequence > 0),
    recorded_at   timestamptz not null,                            -- whole milliseconds
    occurred_on   date,                                            -- null: no source tells the day
    office        text check (length(office) between 1 and 300 and office !~ '[[:cntrl:]]'),
    sector        text check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    act           text not null check (act ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    subject_kind  text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject_key   text not null check (subject_key ~ '^[a-z0-9/-]+$'),
    content_hash  text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text not null,
    -- The entry before it: with the key below neither a gap nor a fork can stand in the table.
    previous      integer generated always as (nullif(sequence - 1, 0)) stored,
    primary key (tenant_id, sequence),
    constraint entry_has_one_hash unique (tenant_id, sequence, hash),
    constraint entry_has_one_follower unique (tenant_id, previous_hash),
    constraint entry_follows_the_one_before foreign key (tenant_id, previous, previous_hash) references ledger_entries (tenant_id, sequence, hash),
    constraint first_entry_follows_nothing check ((sequence = 1) = (previous_hash = repeat('0', 64))),
    constraint recorded_in_milliseconds check (recorded_at = date_trunc('milliseconds', recorded_at)),
    -- The same rule as LedgerEntry.HashOf and the script of the README.
    constraint hash_is_of_its_fields check (hash = encode(sha256(convert_to(
        sequence || chr(10) || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        || chr(10) || coalesce(to_char(occurred_on, 'YYYY-MM-DD'), '') || chr(10) || coalesce(office, '') || chr(10) || coalesce(sector, '')
        || chr(10) || act || chr(10) || subject_kind || '/' || subject_key || chr(10) || content_hash || chr(10) || previous_hash, 'UTF8')), 'hex'))
);
create index ledger_entries_by_subject on ledger_entries (tenant_id, subject_kind, subject_key, sequence);
create index ledger_entries_by_act on ledger_entries (tenant_id, act, sequence);
call app.isolate('ledger_entries');
grant select, insert on ledger_entries to hub_app;                 -- history: neither changed nor erased
create trigger announce_change after insert on ledger_entries for each statement execute function app.announce_change();

-- Where each chain ends, for everybody to keep a copy of. Its row is also the lock that puts a place's public changes in one order.
create table ledger_heads (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    sequence  integer not null check (sequence >= 0),
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (tenant_id),
    constraint empty_chain_has_no_hash check ((sequence = 0) = (hash = repeat('0', 64)))
);
call app.publish('ledger_heads');
grant select, insert, update on ledger_heads to hub_app;

-- The secret that goes into the hash of a subject's free text: once it is erased with the text, nobody can find the text by guessing.
create table ledger_salts (
    tenant_id    uuid not null default app.current_tenant_id() references tenants,
    subject_kind text not null,
    subject_key  text not null,
    salt         text not null check (salt ~ '^[0-9a-f]{64}$'),
    primary key (tenant_id, subject_kind, subject_key)
);
call app.isolate('ledger_salts');
grant select, insert on ledger_salts to hub_app;
