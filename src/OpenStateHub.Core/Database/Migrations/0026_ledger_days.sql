-- Where each chain ended on each day on which something was done, for everybody: a dated copy that anybody can keep as an anchor.

create table ledger_days (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    day       date not null,                                       -- in the place's own calendar
    sequence  integer not null check (sequence > 0),
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (tenant_id, day)
);
call app.publish('ledger_days');
grant select, insert on ledger_days to hub_app;
grant update (sequence, hash) on ledger_days to hub_app;           -- a day's end moves until the day is over

do $$
declare
    place record;
begin
    for place in select id, time_zone from tenants loop
        perform set_config('app.tenant_id', place.id::text, true);
        insert into ledger_days (day, sequence, hash)
            select distinct on (written.day) written.day, written.sequence, written.hash
            from (select (recorded_at at time zone place.time_zone)::date as day, sequence, hash from ledger_entries) written
            order by written.day, written.sequence desc;
    end loop;
    perform set_config('app.tenant_id', '', true);
end $$;
