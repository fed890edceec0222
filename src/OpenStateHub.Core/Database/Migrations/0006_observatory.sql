-- The figures of each place over time, their national totals, and what the hub knows from published sources.

-- Programmes that places belong to: coverage is counted against their members at the date.
create table programmes (
    code       text primary key,
    title_es   text not null,
    title_en   text not null,
    is_local_exercise boolean not null                             -- its members count as running a local exercise
);
call app.catalogue('programmes');
grant select, insert, update on programmes to hub_app;

create table programme_memberships (
    programme  text not null references programmes,
    tenant_id  uuid not null references tenants,
    from_on    date not null,
    from_is_bound boolean not null,                                -- true: known by that day
    until_on   date,                                               -- the last day; null: still
    source     text not null,
    primary key (programme, tenant_id, from_on),
    constraint ends_after_it_began check (until_on >= from_on)
);
create index programme_memberships_by_tenant on programme_memberships (tenant_id);
call app.catalogue('programme_memberships');
grant select, insert, update, delete on programme_memberships to hub_app;

-- Figures as a source published them, shown beside the computed ones and never mixed with them.
create table published_figures (
    code    text not null check (code like 'published.%'),
    as_of   date not null,
    value   numeric not null,
    source  text not null,
    note_es text,
    note_en text,
    primary key (code, as_of)
);
call app.catalogue('published_figures');
grant select, insert, update, delete on published_figures to hub_app;

-- Where sources disagree, the disagreement is shown, not smoothed.
create table source_disagreements (
    position    integer primary key,
    sentence_es text not null,
    sentence_en text not null
);
call app.catalogue('source_disagreements');
grant select, insert, update, delete on source_disagreements to hub_app;

-- A row only where a figure of the place changed. A null numerator: the place stopped having the figure.
create table metric_snapshots (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    code        text not null,
    as_of       date not null,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    computed_at timestamptz not null,
    primary key (tenant_id, code, as_of),
    constraint value_has_its_parts check ((value is null) = (numerator is null))
);
create index metric_snapshots_by_date on metric_snapshots (code, as_of);
call app.publish('metric_snapshots');
grant select, insert, update, delete on metric_snapshots to hub_app;

-- Which national series must be folded again, and from which day: what changed since the last fold. Without a key, so that no two
-- places that change at once wait for each other.
create table metric_changes (
    code    text not null,
    from_on date not null
);
grant select, insert, delete on metric_changes to hub_app;

-- The national series: one row a code and day on which a figure or the coverage changed.
create table metric_totals (
    code        text not null,
    as_of       date not null,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    reporting   integer not null check (reporting >= 0),
    total       integer not null check (total >= reporting),
    computed_at timestamptz not null,
    primary key (code, as_of)
);
grant select, insert, update, delete on metric_totals to hub_app;

create function app.announce_totals() returns trigger language plpgsql as $$
begin
    perform pg_notify('tenant_changed', '00000000-0000-7000-8000-000000000001');
    return null;
end $$;
create trigger announce_totals after insert or update or delete on metric_totals
    for each statement execute function app.announce_totals();
