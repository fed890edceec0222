-- What a place keeps as files. Their bytes stand under HUB_DATA, each in its place's own folder and under its SHA-256.

-- Of the bytes as they are stored: a picture's are not those that were sent, because where it was taken is cut out.
create table files (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes       bigint not null check (bytes > 0),
    type        text not null check (type in ('Png', 'Jpeg', 'WebP', 'Pdf', 'Other')),
    name        text not null check (length(name) between 1 and 120),
    uploaded_at timestamptz not null,
    uploaded_by uuid not null,
    idle_since  timestamptz not null,                              -- where nothing uses it: its day of grace runs from here
    primary key (tenant_id, id),
    constraint content_stands_once unique (tenant_id, sha256),
    foreign key (tenant_id, uploaded_by) references users (tenant_id, id)
);
create index files_by_time on files (tenant_id, uploaded_at, id);
call app.isolate('files');
grant select, insert, delete on files to hub_app;                  -- a file is never exchanged
grant update (idle_since) on files to hub_app;

-- Who needs a file. The key has no cascade: a file in use cannot be removed, and one that nobody uses is swept after a day.
create table file_uses (
    tenant_id  uuid not null default app.current_tenant_id(),
    id         uuid not null,
    file_id    uuid not null,
    kind       text not null check (kind in ('Library')),
    subject_id uuid not null,                                      -- what uses it; in the library the file itself
    is_public  boolean not null,                                   -- readable by everybody through this use
    primary key (tenant_id, id),
    constraint used_once_by_each unique (tenant_id, file_id, kind, subject_id),
    foreign key (tenant_id, file_id) references files (tenant_id, id)
);
call app.isolate('file_uses');
grant select, insert, delete on file_uses to hub_app;

-- How much a place may keep: the operator's decision, hence in the catalogue.
alter table tenants
    add column most_file_bytes bigint not null default 262144000 check (most_file_bytes > 0),
    add column most_bytes      bigint not null default 10737418240 check (most_bytes > 0);

alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check check (kind in ('Metrics', 'Totals', 'Mail', 'Files'));
