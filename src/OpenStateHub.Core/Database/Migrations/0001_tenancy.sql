-- The part every later file relies on: who works here, the four kinds of table, and the places.
-- Names are searched without their accents.
create extension if not exists unaccent;

create schema app;
grant usage on schema app to hub_app;

-- The tenant of this session, or null when none was entered: null matches no row, so forgetting it hides everything.
create function app.current_tenant_id() returns uuid language sql stable
    as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- The national tenant's id is fixed, so that its policies need no look-up (TenantId.National in the code).
create function app.is_national() returns boolean language sql stable
    as $$ select coalesce(app.current_tenant_id() = '00000000-0000-7000-8000-000000000001'::uuid, false) $$;

-- Tenant tables: own rows only. Call once for every table whose rows belong to one tenant.
create procedure app.isolate(target regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant_isolation on %s using (tenant_id = app.current_tenant_id())'
                   ' with check (tenant_id = app.current_tenant_id())', target);
end $$;

-- The cache notice: every process raises the generation of the tenant it names. Equal notices of one transaction arrive once.
create function app.announce_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('tenant_changed', coalesce(app.current_tenant_id()::text, ''));
    return null;
end $$;

-- Published tables: written by the tenant's own scope, read by every scope. Never a draft, never personal data.
-- The notice goes by row, so that a refresh which changes nothing is silent.
create procedure app.publish(target regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy published_read on %s for select using (true)', target);
    execute format('create policy own_insert on %s for insert with check (tenant_id = app.current_tenant_id())', target);
    execute format('create policy own_update on %s for update using (tenant_id = app.current_tenant_id())'
                   ' with check (tenant_id = app.current_tenant_id())', target);
    execute format('create policy own_delete on %s for delete using (tenant_id = app.current_tenant_id())', target);
    execute format('create trigger announce_change after insert or update or delete on %s'
                   ' for each row execute function app.announce_change()', target);
end $$;

-- Catalogue tables: all may read, only the national scope may write.
create procedure app.catalogue(target regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy catalogue_read on %s for select using (true)', target);
    execute format('create policy national_insert on %s for insert with check (app.is_national())', target);
    execute format('create policy national_update on %s for update using (app.is_national()) with check (app.is_national())', target);
    execute format('create policy national_delete on %s for delete using (app.is_national())', target);
    execute format('create trigger announce_change after insert or update or delete on %s'
                   ' for each statement execute function app.announce_change()', target);
end $$;

-- Every place that the hub knows, provisioned or merely listed.
create table tenants (
    id         uuid primary key,
    slug       text not null unique,
    name       text not null check (length(name) between 1 and 120),
    kind       text not null check (kind in ('National', 'State', 'Municipality', 'Legislature', 'Judiciary', 'AutonomousBody')),
    status     text not null check (status in ('Listed', 'Active', 'Suspended', 'Archived')),
    inegi_code text unique check (inegi_code ~ '^[0-9]{2}([0-9]{3})?$'),
    parent_id  uuid references tenants,
    time_zone  text not null,
    population integer check (population > 0),
    constraint slug_is_a_host_label check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 63),
    constraint parent_only_below_a_state check ((parent_id is null) = (kind in ('National', 'State'))),
    constraint one_national_tenant check ((kind = 'National') = (id = '00000000-0000-7000-8000-000000000001'))
);
create index tenants_parent on tenants (parent_id);
call app.catalogue('tenants');
grant select, insert, update on tenants to hub_app;                -- a place is never deleted

-- Every process keeps the host map in memory: a changed place reloads it.
create function app.announce_places() returns trigger language plpgsql as $$
begin
    perform pg_notify('places_changed', '');
    return null;
end $$;
create trigger announce_places after insert or update or delete on tenants
    for each statement execute function app.announce_places();

select set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', true);
insert into tenants (id, slug, name, kind, status, time_zone)
values ('00000000-0000-7000-8000-000000000001', 'inai', 'México', 'National', 'Active', 'America/Mexico_City');

-- Names that change with time: an act of 2015 keeps the name of 2015.
create table dated_names (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    id        uuid not null,
    subject   text not null check (subject in ('Guarantor', 'NationalBody', 'LegalBasis')),
    name      text not null check (length(name) between 1 and 300),
    acronym   text check (length(acronym) between 1 and 40),
    from_on   date,                                                -- null: since before anything recorded here
    until_on  date,                                                -- the last day; null: still
    source    text,
    note      text,
    primary key (tenant_id, id),
    constraint ends_after_it_began check (until_on >= from_on)
);
call app.isolate('dated_names');
grant select, insert, update, delete on dated_names to hub_app;

-- What is true of this installation and no tenant decides: one row.
create table installation (
    is_only       boolean primary key default true check (is_only),
    -- Begun: an interrupted seeding starts again; Complete: pages say that data are invented where no source gives them.
    demonstration text check (demonstration in ('Begun', 'Complete'))
);
insert into installation default values;
call app.catalogue('installation');
grant select, update on installation to hub_app;
create trigger announce_places after update on installation for each statement execute function app.announce_places();

-- What waits to be done, for which tenant, from when: ids and times only, so that a worker finds its work without entering every tenant.
create table work_due (
    tenant_id uuid not null references tenants,
    kind      text not null check (kind in ('Metrics', 'Totals')),
    due_at    timestamptz not null,
    primary key (tenant_id, kind)
);
create index work_due_by_time on work_due (due_at);
grant select, insert, update, delete on work_due to hub_app;
create function app.announce_work() returns trigger language plpgsql as $$
begin
    perform pg_notify('work_due', '');
    return null;
end $$;
create trigger announce_work_on_insert after insert on work_due for each row execute function app.announce_work();
create trigger announce_work_on_update after update on work_due for each row when (new.due_at < old.due_at) execute function app.announce_work();
