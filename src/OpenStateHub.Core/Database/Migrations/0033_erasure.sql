-- The end of a tenant: who asked for it, and what is left when it is gone.

-- Rows of the national tenant alone. A request goes with the rows that it is about: it names operators.
create table deletion_requests (
    tenant_id       uuid not null default app.current_tenant_id() references tenants,
    id              uuid not null,
    place_id        uuid not null references tenants,
    requested_by    uuid not null,
    requested_at    timestamptz not null,
    due_at          timestamptz not null,                          -- not before
    archive_sha256  text not null check (archive_sha256 ~ '^[0-9a-f]{64}$'),
    contents_sha256 text not null check (contents_sha256 ~ '^[0-9a-f]{64}$'),  -- of the rows and files that the archive holds: nothing else may be erased
    primary key (tenant_id, id),
    constraint one_request_a_place unique (tenant_id, place_id),
    foreign key (tenant_id, requested_by) references users (tenant_id, id),
    constraint requests_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001'),
    constraint there_is_time_to_think check (due_at >= requested_at + interval '30 days')
);
call app.isolate('deletion_requests');
grant select, insert, delete on deletion_requests to hub_app;

-- What is known for ever of a tenant that was erased: no person, no text. Its place stays in the catalogue.
create table tombstones (
    place_id       uuid not null references tenants,
    erased_at      timestamptz not null,
    archive_sha256 text not null check (archive_sha256 ~ '^[0-9a-f]{64}$'),
    rows           bigint not null check (rows >= 0),
    files          integer not null check (files >= 0),
    primary key (place_id, erased_at)
);
call app.catalogue('tombstones');
grant select on tombstones to hub_app;

-- Where the erased chain ended on each of its days: what the nation once gave out as an anchor stays comparable.
create table erased_heads (
    place_id  uuid not null references tenants,
    day       date not null,
    sequence  integer not null check (sequence > 0),
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    erased_on date not null,
    primary key (place_id, erased_on, day)
);
call app.catalogue('erased_heads');
grant select on erased_heads to hub_app;
