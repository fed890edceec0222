-- Until a plan is approved its parts can be taken out and brought back. What goes is kept here whole, in the very values of its rows.

create table removed_plan_parts (
    tenant_id  uuid not null default app.current_tenant_id(),
    id         uuid not null,
    plan_id    uuid not null,
    kind       text not null check (kind in ('Commitment', 'Action', 'Activity')),
    title      text not null check (length(title) between 1 and 2000),
    content    text not null,                                      -- the rows of the part and of all below it, by table, as a JSON object
    removed_at timestamptz not null,
    removed_by uuid,                                               -- the person; null: an operator, by the command line
    office     text check (length(office) between 1 and 300),      -- the body that the person acted for
    primary key (tenant_id, id),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id),
    foreign key (tenant_id, removed_by) references users (tenant_id, id)
);
create index removed_plan_parts_of_plan on removed_plan_parts (tenant_id, plan_id);
call app.isolate('removed_plan_parts');
grant select, insert, delete on removed_plan_parts to hub_app;     -- deleted when it comes back, and when the plan is published

-- Each rises with a change of its text: nobody overwrites what they have not seen.
alter table activities add column revision integer not null default 0;
alter table commitment_actions add column revision integer not null default 0;

-- Commitments exchange their numbers when one is moved: the numbers stand once when the change is done, not at each of its steps.
alter table commitments drop constraint commitment_number_once_a_plan;
alter table commitments add constraint commitment_number_once_a_plan unique (tenant_id, plan_id, number) deferrable initially deferred;

-- Removing a part of a draft moves it to removed_plan_parts, so the site may delete these rows; until now nothing of a plan could go.
-- The trigger below keeps the promise that was kept by the missing grant: what was approved or published is never deleted.
grant delete on commitments, commitment_actors, commitment_values, commitment_links, commitment_actions, activities to hub_app;

create function app.keep_what_binds() returns trigger language plpgsql as $$
declare
    plan uuid;
begin
    if tg_table_name = 'commitments' then
        plan := old.plan_id;
    else
        select plan_id into plan from commitments where tenant_id = old.tenant_id and id = old.commitment_id;
    end if;
    if exists (select from action_plans where tenant_id = old.tenant_id and id = plan and status not in ('Draft', 'Consultation')) then
        raise exception 'A part of a plan that was approved is never deleted.' using errcode = 'restrict_violation';
    end if;
    return old;
end $$;

create trigger keep_what_binds before delete on commitments for each row execute function app.keep_what_binds();
create trigger keep_what_binds before delete on commitment_actors for each row execute function app.keep_what_binds();
create trigger keep_what_binds before delete on commitment_values for each row execute function app.keep_what_binds();
create trigger keep_what_binds before delete on commitment_links for each row execute function app.keep_what_binds();
create trigger keep_what_binds before delete on commitment_actions for each row execute function app.keep_what_binds();
create trigger keep_what_binds before delete on activities for each row execute function app.keep_what_binds();
