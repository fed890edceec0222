-- What a place publishes out of its files, one by one. A row stays for ever: withdrawn, and its bytes swept, it still says what stood there.

create table documents (
    tenant_id         uuid not null default app.current_tenant_id() references tenants,
    id                uuid not null,
    sha256            text not null check (sha256 ~ '^[0-9a-f]{64}$'),  -- of a file that may be gone: no key leads there
    name              text not null check (length(name) between 1 and 120),
    bytes             bigint not null check (bytes > 0),
    published_on      date not null,
    withdrawn_on      date,
    withdrawal_reason text check (length(withdrawal_reason) between 1 and 1000),
    primary key (tenant_id, id),
    constraint withdrawal_has_a_reason check ((withdrawn_on is null) = (withdrawal_reason is null))
);
create unique index published_once_at_a_time on documents (tenant_id, sha256) where withdrawn_on is null;
call app.isolate('documents');
grant select, insert on documents to hub_app;                      -- withdrawn, never erased or exchanged
grant update (withdrawn_on, withdrawal_reason) on documents to hub_app;

-- The use of a published file is its document's. One of before, which left no act, stays public, with the day that its use's id tells;
-- `hub ledger verify` names it until it is withdrawn, which is an act.
do $$
declare
    place record;
begin
    for place in select id, time_zone from tenants loop
        perform set_config('app.tenant_id', place.id::text, true);
        insert into documents (id, sha256, name, bytes, published_on)
            select used.id, file.sha256, file.name, file.bytes,
                   (to_timestamp(('x' || left(replace(used.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) at time zone place.time_zone)::date
            from file_uses used join files file on file.id = used.file_id where used.kind = 'Library';
        update file_uses set subject_id = id where kind = 'Library';
    end loop;
    perform set_config('app.tenant_id', '', true);
end $$;
