-- Duties with a clock: how often something is due. The usual ones are reference data; what a place does otherwise stands in its own row.

create table duty_defaults (
    kind           text not null check (kind in ('National', 'State', 'Municipality', 'Legislature', 'Judiciary', 'AutonomousBody')),
    code           text not null check (code in ('ForumMeets', 'RepositoryUpdated', 'ResultsPresented', 'InceptionAssessed', 'CompletionAssessed')),
    times          integer not null check (times between 1 and 12),
    months         integer not null check (months between 1 and 60),
    effective_from date not null,                                  -- what began before is not measured by it
    source_es      text not null check (length(source_es) between 1 and 500),
    source_en      text not null check (length(source_en) between 1 and 500),
    primary key (kind, code)
);
call app.catalogue('duty_defaults');
grant select, insert, update, delete on duty_defaults to hub_app;

create table duties (
    tenant_id      uuid not null default app.current_tenant_id() references tenants,
    id             uuid not null,
    code           text not null check (code in ('ForumMeets', 'RepositoryUpdated', 'ResultsPresented', 'InceptionAssessed', 'CompletionAssessed')),
    is_applicable  boolean not null,
    times          integer not null check (times between 1 and 12),
    months         integer not null check (months between 1 and 60),
    effective_from date not null,
    source         text not null check (length(source) between 1 and 500),
    revision       integer not null,
    primary key (tenant_id, id),
    constraint one_row_a_duty unique (tenant_id, code)
);
call app.isolate('duties');
grant select, insert, update on duties to hub_app;

-- That an assessment was made: no other table knows it.
create table duty_records (
    tenant_id        uuid not null default app.current_tenant_id() references tenants,
    id               uuid not null,
    code             text not null check (code in ('InceptionAssessed', 'CompletionAssessed')),
    plan_id          uuid,
    commitment_id    uuid,
    done_on          date not null,
    link             text check (length(link) between 1 and 500),
    note             text check (length(note) between 1 and 1000),
    is_demonstration boolean not null,
    primary key (tenant_id, id),
    constraint of_a_plan_or_of_a_commitment check (
        case code when 'InceptionAssessed' then plan_id is not null and commitment_id is null else commitment_id is not null and plan_id is null end),
    constraint a_link_or_a_note check (num_nonnulls(link, note) > 0),
    constraint a_plan_is_assessed_once unique (tenant_id, code, plan_id),
    constraint a_commitment_is_assessed_once unique (tenant_id, code, commitment_id),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id)
);
call app.isolate('duty_records');
grant select, insert on duty_records to hub_app;                   -- an assessment stays made
