-- What every tenant may read of the others: written by the tenant's own scope in the transaction that publishes.

-- One row a place: where it stands now, and when it reached each stage, so that lists and maps can look back.
create table published_tenants (
    tenant_id          uuid not null default app.current_tenant_id() references tenants,
    declared_on        date,                                       -- the day, or the day by which it is known
    declared_is_bound  boolean not null default false,             -- true: known by that day, the exact day has no source
    installed_on       date,
    installed_is_bound boolean not null default false,
    plan_published_on  date,                                       -- the first plan
    implementing_on    date,
    evaluated_on       date,
    last_act_on        date,
    plans              integer not null,
    plan_slug          text,                                       -- the latest published plan, with its figures
    plan_title         text,
    plan_starts_on     date,
    plan_ends_on       date,
    reported           numeric check (reported between 0 and 100),
    verified           numeric check (verified between 0 and reported),
    counted            integer not null,
    commitments        integer not null,
    late_activities    integer not null,
    government_seats    integer not null,
    civil_society_seats integer not null,
    guarantor_seats     integer not null,
    demonstration      boolean not null,
    primary key (tenant_id),
    constraint both_figures_or_none check ((reported is null) = (verified is null))
);
call app.publish('published_tenants');
grant select, insert, update on published_tenants to hub_app;

-- One row a commitment of a published plan.
create table published_commitments (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    plan_slug     text not null,
    plan_title    text not null,
    slug          text not null,
    number        integer not null,
    title         text not null,
    axis          text not null,
    proactive     boolean not null,
    status        text,                                            -- null: it has no activities
    late          boolean not null,
    reported      numeric check (reported between 0 and 100),
    verified      numeric check (verified between 0 and reported),
    starts_on     date,
    ends_on       date,
    lead          text,
    demonstration boolean not null,
    primary key (tenant_id, id)
);
call app.publish('published_commitments');
grant select, insert, update, delete on published_commitments to hub_app;
