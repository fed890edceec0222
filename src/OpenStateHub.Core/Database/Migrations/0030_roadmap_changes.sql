-- What was promised changes only by the next version of its plan: a proposal with a reason, the secretariat's decision, a new text under a new number.

create table roadmap_changes (
    tenant_id        uuid not null default app.current_tenant_id(),
    id               uuid not null,
    plan_id          uuid not null,
    title            text not null check (length(title) between 1 and 200),
    reason           text not null check (length(reason) between 1 and 4000),
    status           text not null check (status in ('Draft', 'Proposed', 'Approved', 'Dropped')),
    proposed_on      date,
    office           text check (length(office) between 1 and 300),        -- the body that proposed it
    approved_on      date,
    agreement        text check (length(agreement) between 1 and 60),
    dropped_on       date,
    drop_reason      text check (length(drop_reason) between 1 and 2000),
    revision         integer not null,
    is_demonstration boolean not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id),
    constraint only_a_draft_was_not_proposed check ((status = 'Draft') = (proposed_on is null)),
    constraint approved_by_an_agreement check (num_nulls(approved_on, agreement) = case when status = 'Approved' then 0 else 2 end),
    constraint dropped_with_a_reason check (num_nulls(dropped_on, drop_reason) = case when status = 'Dropped' then 0 else 2 end)
);
create index roadmap_changes_of_plan on roadmap_changes (tenant_id, plan_id, id);
call app.isolate('roadmap_changes');
grant select, insert, delete on roadmap_changes to hub_app;                -- only drafts go
grant update (title, reason, status, proposed_on, office, approved_on, agreement, dropped_on, drop_reason, revision) on roadmap_changes to hub_app;

-- One changed value each: of the plan itself, or of the commitment, action or activity that it names.
create table roadmap_items (
    tenant_id     uuid not null default app.current_tenant_id(),
    id            uuid not null,
    change_id     uuid not null,
    commitment_id uuid,
    action_id     uuid,
    activity_id   uuid,
    field         text not null check (field in ('Title', 'ShortTitle', 'Summary', 'StartsOn', 'EndsOn', 'Problem', 'Description', 'Contribution',
                                                 'ExpectedResult', 'Assumptions', 'IndicatorName', 'IndicatorUnit', 'Baseline', 'Target',
                                                 'GovernmentOwner', 'CivilSocietyOwner', 'DueOn', 'Deliverable', 'MeansOfVerification',
                                                 'Weight', 'Withdrawal')),
    before        text,
    after         text,
    primary key (tenant_id, id),
    foreign key (tenant_id, change_id) references roadmap_changes (tenant_id, id) on delete cascade,
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id),
    foreign key (tenant_id, commitment_id, action_id) references commitment_actions (tenant_id, commitment_id, id),
    foreign key (tenant_id, activity_id) references activities (tenant_id, id),
    constraint a_value_changes_once unique nulls not distinct (tenant_id, change_id, commitment_id, action_id, activity_id, field),
    constraint something_changes check (before is distinct from after),
    constraint parts_stand_under_a_commitment check (commitment_id is not null or num_nonnulls(action_id, activity_id) = 0),
    constraint of_one_part check (num_nonnulls(action_id, activity_id) <= 1)
);
call app.isolate('roadmap_items');
grant select, insert, delete on roadmap_items to hub_app;

-- What was proposed is what is voted on: from then on neither its words nor its values change, and it never goes.
create function app.keep_what_was_proposed() returns trigger language plpgsql as $$
declare
    change record;
begin
    if tg_table_name = 'roadmap_changes' then
        change := old;
        if tg_op = 'UPDATE' and row(new.plan_id, new.title, new.reason, new.proposed_on, new.office)
                                is not distinct from row(old.plan_id, old.title, old.reason, old.proposed_on, old.office) then
            return new;
        end if;
    elsif tg_op = 'INSERT' then
        select * into change from roadmap_changes where tenant_id = new.tenant_id and id = new.change_id for share;
    else
        select * into change from roadmap_changes where tenant_id = old.tenant_id and id = old.change_id;
    end if;
    if change.status <> 'Draft' then
        raise exception 'A change that was proposed is followed by another proposal, never altered.' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_what_was_proposed before update or delete on roadmap_changes for each row execute function app.keep_what_was_proposed();
create trigger keep_what_was_proposed before insert or delete on roadmap_items for each row execute function app.keep_what_was_proposed();

-- A version follows the one before it, by a change that an agreement approved.
alter table plan_versions
    add column change_id uuid,
    add column previous integer generated always as (nullif(number - 1, 0)) stored,
    -- The transaction that made it: the only one that may also change what the plan says (app.bind_roadmap).
    add column made_in xid8 not null default pg_current_xact_id(),
    add foreign key (tenant_id, change_id) references roadmap_changes (tenant_id, id),
    add constraint version_follows_the_one_before foreign key (tenant_id, plan_id, previous) references plan_versions (tenant_id, plan_id, number),
    add constraint a_change_makes_one_version unique (tenant_id, change_id),
    add constraint later_versions_cite_change_and_agreement check ((number = 1) = (change_id is null) and (number = 1 or agreement is not null));

-- From publication on, the text, dates and weights of a plan change only in the transaction that also makes its next version. Judged when the
-- transaction ends, because the order of its statements is nobody's promise.
create function app.bind_roadmap() returns trigger language plpgsql as $$
declare
    plan uuid;
begin
    if tg_table_name = 'action_plans' then
        plan := new.id;
    elsif tg_table_name in ('commitments', 'plan_axes') then
        plan := old.plan_id;
    else
        select plan_id into plan from commitments where tenant_id = old.tenant_id and id = old.commitment_id;
    end if;
    if exists (select from plan_versions where tenant_id = new.tenant_id and plan_id = plan)
       and not exists (select from plan_versions where tenant_id = new.tenant_id and plan_id = plan and made_in = pg_current_xact_id()) then
        raise exception 'The roadmap of a published plan changes only with its next version.' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger bind_roadmap after update on action_plans deferrable initially deferred for each row
    when (row(old.slug, old.title, old.summary, old.note, old.starts_on, old.ends_on, old.is_transcription, old.source, old.is_demonstration,
              old.call_opened_on, old.call_closed_on, old.call_result)
          is distinct from row(new.slug, new.title, new.summary, new.note, new.starts_on, new.ends_on, new.is_transcription, new.source,
                               new.is_demonstration, new.call_opened_on, new.call_closed_on, new.call_result))
    execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on plan_axes deferrable initially deferred for each row
    when (old.* is distinct from new.*) execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on commitments deferrable initially deferred for each row
    when (row(old.plan_id, old.axis_id, old.number, old.unique_id, old.slug, old.title, old.short_title, old.is_proactive, old.table_of_origin,
              old.continuation_of_id, old.starts_on, old.ends_on, old.problem, old.description, old.contribution, old.expected_result, old.assumptions,
              old.indicator_name, old.indicator_unit, old.indicator_baseline, old.indicator_target, old.development_plan_axis, old.gender, old.budget,
              old.legal_basis, old.contact, old.policy_areas, old.sdgs, old.source, old.is_demonstration)
          is distinct from row(new.plan_id, new.axis_id, new.number, new.unique_id, new.slug, new.title, new.short_title, new.is_proactive,
              new.table_of_origin, new.continuation_of_id, new.starts_on, new.ends_on, new.problem, new.description, new.contribution,
              new.expected_result, new.assumptions, new.indicator_name, new.indicator_unit, new.indicator_baseline, new.indicator_target,
              new.development_plan_axis, new.gender, new.budget, new.legal_basis, new.contact, new.policy_areas, new.sdgs, new.source,
              new.is_demonstration))
    execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on commitment_actors deferrable initially deferred for each row
    when (old.* is distinct from new.*) execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on commitment_values deferrable initially deferred for each row
    when (old.* is distinct from new.*) execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on commitment_links deferrable initially deferred for each row
    when (old.* is distinct from new.*) execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on commitment_actions deferrable initially deferred for each row
    when (row(old.commitment_id, old.title, old.position, old.weight) is distinct from row(new.commitment_id, new.title, new.position, new.weight))
    execute function app.bind_roadmap();
create constraint trigger bind_roadmap after update on activities deferrable initially deferred for each row
    when (row(old.commitment_id, old.action_id, old.position, old.description, old.government_owner, old.civil_society_owner, old.starts_on,
              old.due_on, old.deliverable, old.means_of_verification, old.weight, old.source, old.is_demonstration)
          is distinct from row(new.commitment_id, new.action_id, new.position, new.description, new.government_owner, new.civil_society_owner,
              new.starts_on, new.due_on, new.deliverable, new.means_of_verification, new.weight, new.source, new.is_demonstration))
    execute function app.bind_roadmap();

-- Nothing is slipped into a published plan either.
create function app.add_nothing_to_what_binds() returns trigger language plpgsql as $$
declare
    is_bound boolean;
begin
    if tg_table_name in ('commitments', 'plan_axes') then
        is_bound := exists (select from added join plan_versions v on v.tenant_id = added.tenant_id and v.plan_id = added.plan_id);
    else
        is_bound := exists (select from added
                            join commitments c on c.tenant_id = added.tenant_id and c.id = added.commitment_id
                            join plan_versions v on v.tenant_id = c.tenant_id and v.plan_id = c.plan_id);
    end if;
    if is_bound then
        raise exception 'Nothing is added to a published plan.' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger add_nothing_to_what_binds after insert on plan_axes
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();
create trigger add_nothing_to_what_binds after insert on commitments
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();
create trigger add_nothing_to_what_binds after insert on commitment_actors
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();
create trigger add_nothing_to_what_binds after insert on commitment_values
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();
create trigger add_nothing_to_what_binds after insert on commitment_links
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();
create trigger add_nothing_to_what_binds after insert on commitment_actions
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();
create trigger add_nothing_to_what_binds after insert on activities
    referencing new table as added for each statement execute function app.add_nothing_to_what_binds();

-- An axis goes no more than what stands under it.
create or replace function app.keep_what_binds() returns trigger language plpgsql as $$
declare
    plan uuid;
begin
    if tg_table_name in ('commitments', 'plan_axes') then
        plan := old.plan_id;
    else
        select plan_id into plan from commitments where tenant_id = old.tenant_id and id = old.commitment_id;
    end if;
    if exists (select from action_plans where tenant_id = old.tenant_id and id = plan and status not in ('Draft', 'Consultation')) then
        raise exception 'A part of a plan that was approved is never deleted.' using errcode = 'restrict_violation';
    end if;
    return old;
end $$;
create trigger keep_axes_that_bind before delete on plan_axes for each row execute function app.keep_what_binds();
