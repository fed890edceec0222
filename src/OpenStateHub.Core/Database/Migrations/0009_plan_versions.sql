-- What was signed: the whole text of a plan as it was published, kept for ever under its number.
create table plan_versions (
    tenant_id uuid not null default app.current_tenant_id(),
    plan_id   uuid not null,
    number    integer not null check (number > 0),
    signed_on date not null,
    agreement text check (length(agreement) between 1 and 60),     -- null: a transcription whose source names none
    text      text not null,
    sha256    text not null,
    primary key (tenant_id, plan_id, number),
    constraint sha256_is_of_its_text check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id)
);
call app.isolate('plan_versions');
grant select, insert on plan_versions to hub_app;                  -- a version is followed by the next, never changed
