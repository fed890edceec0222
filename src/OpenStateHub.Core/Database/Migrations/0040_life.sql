-- The life of a tenant: why it rests, the domain of its own under which it is reached, and the archives that were made of it.

-- What its pages say while it rests. The reason is public.
alter table tenants
    add column status_changed_at timestamptz,                      -- null: before anybody recorded it
    add column status_reason     text check (length(status_reason) between 1 and 1000),
    add constraint only_what_rests_has_its_reason check (status_reason is null or status in ('Suspended', 'Archived'));

-- Who changed what a place is, and why. Rows of the national tenant alone: they name operators.
create table status_changes (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    place_id    uuid not null references tenants,
    from_status text not null check (from_status in ('Listed', 'Active', 'Suspended', 'Archived')),
    to_status   text not null check (to_status in ('Active', 'Suspended', 'Archived')),
    reason      text check (length(reason) between 1 and 1000),    -- null: the command line gave none
    changed_by  uuid,                                              -- null: the command line
    changed_at  timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, changed_by) references users (tenant_id, id),
    constraint changes_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001')
);
create index status_changes_of_place on status_changes (tenant_id, place_id, changed_at desc);
call app.isolate('status_changes');
grant select, insert on status_changes to hub_app;                 -- what was done stays done

-- A place's own domain beside its address on the hub: one a place, and each one place's. Served once its owner has shown that it is theirs.
create table place_domains (
    host        text primary key check (length(host) <= 253),
    place_id    uuid not null unique references tenants,
    challenge   text not null check (challenge ~ '^[0-9a-f]{32}$'),  -- stands in the domain's own records, so it is no secret
    added_at    timestamptz not null,
    checked_at  timestamptz,                                       -- when it was last looked for
    verified_at timestamptz,
    constraint host_is_a_domain_name check (host ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'),
    constraint verified_was_looked_for check (verified_at is null or checked_at is not null)
);
call app.catalogue('place_domains');
grant select, insert, update, delete on place_domains to hub_app;
create trigger announce_places after insert or update or delete on place_domains
    for each statement execute function app.announce_places();

-- Archives of a place that somebody asked for on a page: made by a worker, kept for some days, then removed.
create table archive_exports (
    tenant_id  uuid not null default app.current_tenant_id() references tenants,
    id         uuid not null,
    asked_by   uuid,                                               -- null: an operator of the hub
    asked_at   timestamptz not null,
    state      text not null check (state in ('Waiting', 'Running', 'Ready', 'Failed', 'Removed')),
    done       integer not null check (done >= 0),
    total      integer not null check (total >= done),
    sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      bigint check (bytes > 0),
    ready_at   timestamptz,
    expires_at timestamptz,
    reference  text,                                               -- what the log calls the failure
    primary key (tenant_id, id),
    foreign key (tenant_id, asked_by) references users (tenant_id, id),
    constraint ready_has_its_file check ((state in ('Ready', 'Removed')) = (num_nonnulls(sha256, bytes, ready_at, expires_at) = 4)),
    constraint only_failed_has_a_reference check (reference is null or state = 'Failed')
);
create unique index one_archive_in_the_making on archive_exports (tenant_id) where state in ('Waiting', 'Running');
call app.isolate('archive_exports');
grant select, insert, update on archive_exports to hub_app;

alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check
    check (kind in ('Metrics', 'Totals', 'Mail', 'Files', 'Decisions', 'Verifications', 'Cutoffs', 'Following', 'Exports'));
