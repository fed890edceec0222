-- Two more dated steps of a place, and the days on which it did something in public: where it stood, and whether it was still at work, on any day.

alter table published_tenants add column onboarding_on date;        -- its first administrator accepted
alter table published_tenants add column co_creating_on date;       -- its first plan was opened to consultation
create index published_tenants_co_creating on published_tenants (co_creating_on desc, tenant_id);

create table act_days (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    day       date not null,                                       -- on which the act happened; where no source tells it, was recorded
    primary key (tenant_id, day)
);
call app.publish('act_days');
grant select, insert on act_days to hub_app;

do $$
declare
    place record;
begin
    for place in select id, time_zone, status, kind from tenants where status <> 'Listed' loop
        perform set_config('app.tenant_id', place.id::text, true);
        insert into act_days (day)
            select distinct coalesce(occurred_on, (recorded_at at time zone place.time_zone)::date) from ledger_entries;

        -- The new steps are computed with the figures, soon.
        if place.kind <> 'National' and place.status in ('Active', 'Suspended') then
            insert into work_due (tenant_id, kind, due_at) values (place.id, 'Metrics', now())
                on conflict (tenant_id, kind) do update set due_at = least(work_due.due_at, excluded.due_at);
        end if;
    end loop;
    perform set_config('app.tenant_id', '', true);
end $$;
