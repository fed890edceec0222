-- Letters that wait to be sent, written in the transaction of what they tell.
create table mail_queue (
    tenant_id  uuid not null default app.current_tenant_id() references tenants,
    id         uuid not null,
    recipient  text not null check (length(recipient) between 3 and 254),
    subject    text not null check (length(subject) between 1 and 200),
    text       text not null,
    created_at timestamptz not null,
    due_at     timestamptz not null,
    primary key (tenant_id, id)
);
create index mail_queue_by_time on mail_queue (tenant_id, due_at);
call app.isolate('mail_queue');
grant select, insert on mail_queue to hub_app;
