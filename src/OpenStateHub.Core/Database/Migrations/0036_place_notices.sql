-- The notice of privacy that a place adopts as its own: each version is kept whole, because people accepted it. Until the first, the template stands.

create table place_notices (
    tenant_id    uuid not null default app.current_tenant_id() references tenants,
    id           uuid not null,
    version      integer not null check (version > 0),
    template     integer not null check (template > 0),                -- the version of the template that its other words are of
    adopted_on   date not null,
    responsible  text not null check (length(responsible) between 1 and 200),
    address      text not null check (length(address) between 1 and 300),
    legal_basis  text check (length(legal_basis) between 1 and 500),
    short_text   text not null check (length(short_text) between 1 and 600),
    purposes     text not null check (length(purposes) between 1 and 4000),
    transfers    text not null check (length(transfers) between 1 and 2000),
    arco_office  text not null check (length(arco_office) between 1 and 200),
    arco_email   text not null check (length(arco_email) between 3 and 254),
    arco_phone   text check (length(arco_phone) between 1 and 60),
    primary key (tenant_id, id),
    constraint each_version_once unique (tenant_id, version)
);
call app.isolate('place_notices');
grant select, insert on place_notices to hub_app;                      -- what people accepted is never changed

-- Null: what was accepted is the template, in the version of the row; else the place's own notice, in the version of the row.
alter table notice_acceptances add column notice_id uuid;
alter table notice_acceptances add constraint accepted_notice_exists foreign key (tenant_id, notice_id) references place_notices (tenant_id, id);
