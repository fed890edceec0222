-- How a place shows itself: its colour, its mark, its words, and where it is reached. No public acts, so each announces its change itself.

create table brands (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    id        uuid not null,
    accent    text check (accent ~ '^#[0-9a-f]{6}$'),              -- null: the hub's own
    revision  integer not null,
    primary key (tenant_id, id),
    constraint one_brand_a_place unique (tenant_id)
);
call app.isolate('brands');
grant select, insert, update on brands to hub_app;
create trigger announce_change after insert or update on brands for each row execute function app.announce_change();

-- The mark in the head of each page: a few kilobytes, so it stands here and needs no file store.
create table logos (
    tenant_id  uuid not null default app.current_tenant_id() references tenants,
    id         uuid not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
    width      integer not null check (width between 1 and 2000),
    height     integer not null check (height between 1 and 2000),
    content    bytea not null check (length(content) between 1 and 200000),
    primary key (tenant_id, id),
    constraint one_logo_a_place unique (tenant_id),
    constraint hash_is_of_the_content check (sha256 = encode(sha256(content), 'hex'))
);
call app.isolate('logos');
grant select, insert, update, delete on logos to hub_app;
create trigger announce_change after insert or update or delete on logos for each row execute function app.announce_change();

-- What the place calls its secretariat and its tables, in Spanish and with the article; null: the usual word.
create table wordings (
    tenant_id       uuid not null default app.current_tenant_id() references tenants,
    id              uuid not null,
    secretariat     text check (length(secretariat) between 1 and 80),
    working_table   text check (length(working_table) between 1 and 80),
    working_tables  text check (length(working_tables) between 1 and 80),
    contact_office  text check (length(contact_office) between 1 and 200),
    contact_email   text check (length(contact_email) between 3 and 254),
    contact_phone   text check (length(contact_phone) between 1 and 60),
    contact_address text check (length(contact_address) between 1 and 300),
    revision        integer not null,
    primary key (tenant_id, id),
    constraint one_wording_a_place unique (tenant_id),
    constraint both_numbers_of_a_table check ((working_table is null) = (working_tables is null))
);
call app.isolate('wordings');
grant select, insert, update on wordings to hub_app;
create trigger announce_change after insert or update on wordings for each row execute function app.announce_change();
