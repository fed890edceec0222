-- How a place came to have a secretariat, and who sits in it.

create table installation_steps (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    kind        text not null check (kind in ('JointDeclaration', 'Rules', 'Installation', 'Tables', 'PreliminaryAnswer')),
    title       text not null check (length(title) between 1 and 300),
    occurred_on date,
    known_by    date,
    note        text,
    source      text,
    primary key (tenant_id, id),
    constraint the_day_or_its_upper_bound check ((occurred_on is null) <> (known_by is null))
);
call app.isolate('installation_steps');
grant select, insert on installation_steps to hub_app;             -- history: neither changed nor erased

-- A seat: one organisation speaking for one sector. Weight is per sector, never per seat.
create table seats (
    tenant_id         uuid not null default app.current_tenant_id() references tenants,
    id                uuid not null,
    sector            text not null check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    organization      text not null check (length(organization) between 1 and 300),
    organization_type text not null check (organization_type in ('Academia', 'Business', 'Ngo', 'Union', 'Community', 'PublicBody', 'Other')),
    branch            text check (branch in ('Executive', 'Legislature', 'Judiciary', 'Municipal', 'Autonomous')),
    from_on           date,                                        -- null: no source tells it
    until_on          date,                                        -- the last day; null: still
    source            text,
    is_demonstration  boolean not null,
    primary key (tenant_id, id),
    constraint branch_of_public_bodies_only check (branch is null or sector <> 'CivilSociety'),
    constraint seat_ends_after_it_began check (until_on >= from_on)
);
call app.isolate('seats');
grant select, insert on seats to hub_app;

-- A voice without a vote.
create table facilitators (
    tenant_id    uuid not null default app.current_tenant_id() references tenants,
    id           uuid not null,
    organization text not null check (length(organization) between 1 and 300),
    from_on      date,
    until_on     date,                                             -- the last day; null: still
    source       text,
    primary key (tenant_id, id),
    constraint facilitator_ends_after_it_began check (until_on >= from_on)
);
call app.isolate('facilitators');
grant select, insert on facilitators to hub_app;
