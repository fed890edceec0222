-- What becomes of a letter after it was queued, and what a place says about its mail.
alter table mail_queue
    add column html        text,
    add column language    text not null default 'es' check (language ~ '^[a-z]{2}$'),
    -- Where the recipient ends what this letter belongs to; letters that somebody waits for (invitation, password) have none.
    add column unsubscribe text check (unsubscribe ~ '^https?://[^[:space:]<>]+$'),
    -- Sending: a worker talks to the mail server now, or was killed while it did; due_at is then the end of its lease.
    add column status      text not null default 'Waiting' check (status in ('Waiting', 'Sending', 'Sent', 'Failed')),
    add column attempts    integer not null default 0,
    -- The same at every attempt, so that a receiver knows a second copy by it.
    add column message_id  text,
    add column fault       text check (fault in ('NotAnAddress', 'AddressRefused', 'LetterRefused', 'PutOff', 'Unreachable', 'NotLetIn')),
    -- What the mail server answered, in its own words.
    add column reply       text check (length(reply) <= 500),
    -- When it was sent, or given up.
    add column ended_at    timestamptz,
    -- What a letter says is forgotten once it was sent: links into accounts are not kept.
    alter column text drop not null,
    add constraint subject_is_one_line check (subject !~ '[[:cntrl:]]'),
    add constraint unsent_letters_have_a_text check (status = 'Sent' or text is not null),
    add constraint attempts_name_their_message check (attempts = 0 or message_id is not null),
    add constraint ended_letters_have_a_time check ((ended_at is not null) = (status in ('Sent', 'Failed'))),
    add constraint failed_letters_have_a_reason check (status <> 'Failed' or fault is not null);

drop index mail_queue_by_time;
create index mail_queue_open on mail_queue (tenant_id, due_at) where status in ('Waiting', 'Sending');
create index mail_queue_ended on mail_queue (tenant_id, ended_at) where status in ('Sent', 'Failed');
grant update, delete on mail_queue to hub_app;

create table mail_attachments (
    tenant_id    uuid not null default app.current_tenant_id(),
    id           uuid not null,
    mail_id      uuid not null,
    name         text not null check (length(name) between 1 and 100 and name !~ '[[:cntrl:]"]'),
    content_type text not null check (length(content_type) between 3 and 200 and content_type !~ '[[:cntrl:]]'),
    text         text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, mail_id) references mail_queue (tenant_id, id) on delete cascade
);
create index mail_attachments_by_mail on mail_attachments (tenant_id, mail_id);
call app.isolate('mail_attachments');
grant select, insert, delete on mail_attachments to hub_app;

-- What one place says about its mail; no row, or null: as the installation has it.
create table mail_settings (
    tenant_id   uuid primary key default app.current_tenant_id() references tenants,
    sender_name text check (length(sender_name) between 1 and 80 and sender_name !~ '[[:cntrl:]]'),
    per_hour    integer check (per_hour > 0),
    per_day     integer check (per_day > 0)
);
call app.isolate('mail_settings');
grant select, insert, update on mail_settings to hub_app;

-- A letter marks its tenant's work in its own transaction, whoever queued it.
alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check check (kind in ('Metrics', 'Totals', 'Mail'));
create function app.queue_delivery() returns trigger language plpgsql as $$
begin
    insert into work_due (tenant_id, kind, due_at)
    select tenant_id, 'Mail', min(due_at) from queued group by tenant_id
    on conflict (tenant_id, kind) do update set due_at = least(work_due.due_at, excluded.due_at);
    return null;
end $$;
create trigger queue_delivery after insert on mail_queue
    referencing new table as queued for each statement execute function app.queue_delivery();

-- Letters that waited before there was a worker. FORCE binds the owner too, so each place is entered in turn.
do $$
declare place uuid;
begin
    for place in select id from tenants loop
        perform set_config('app.tenant_id', place::text, true);
        insert into work_due (tenant_id, kind, due_at)
        select tenant_id, 'Mail', min(due_at) from mail_queue group by tenant_id
        on conflict (tenant_id, kind) do nothing;
    end loop;
end $$;
