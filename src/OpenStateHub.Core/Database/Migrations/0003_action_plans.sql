-- What a place promises for a period: plan, axis, commitment, action (optional), activity.
-- Foreign keys ignore row-level security: the tenant is part of every key, so no row may point into another state.

create table action_plans (
    tenant_id         uuid not null default app.current_tenant_id() references tenants,
    id                uuid not null,
    slug              text not null,
    title             text not null check (length(title) between 1 and 300),
    summary           text,
    note              text,                                        -- what a reader must know about its sources
    starts_on         date,
    ends_on           date,                                        -- the last day
    is_transcription  boolean not null,                            -- copied from its source after its period was over
    source            text,
    is_demonstration  boolean not null,
    status            text not null check (status in ('Draft', 'Consultation', 'Approved', 'Published', 'InImplementation', 'Closed', 'Evaluated')),
    consultation_on   date,
    approved_by       text check (length(approved_by) between 1 and 60),
    approved_on       date,
    published_on      date,
    published_is_bound boolean not null,                           -- known to be public by that day; the exact day has no source
    implementation_on date,
    closed_on         date,
    evaluated_on      date,
    call_opened_on    date,
    call_closed_on    date,
    call_result       text,
    revision          integer not null,
    primary key (tenant_id, id),
    constraint plan_slug_once_a_place unique (tenant_id, slug),
    constraint plan_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    constraint plan_ends_after_it_began check (ends_on >= starts_on),
    constraint only_transcriptions_lack_a_period check (is_transcription or (starts_on is not null and ends_on is not null)),
    constraint only_transcriptions_lack_their_day check (is_transcription or not published_is_bound),
    constraint transcription_names_its_source check (not is_transcription or source is not null),
    constraint approval_names_its_agreement check ((approved_by is null) = (approved_on is null)),
    constraint approved_before_published check (is_transcription or status in ('Draft', 'Consultation') or approved_on is not null),
    constraint public_since_a_day check ((status in ('Draft', 'Consultation', 'Approved')) = (published_on is null)),
    constraint closed_on_a_day check ((status in ('Closed', 'Evaluated')) = (closed_on is not null)),
    constraint evaluated_on_a_day check ((status = 'Evaluated') = (evaluated_on is not null)),
    constraint steps_follow_each_other check (
        consultation_on <= approved_on and approved_on <= published_on and published_on <= implementation_on
        and implementation_on <= closed_on and closed_on <= evaluated_on),
    constraint counterpart_call_is_whole check (num_nulls(call_opened_on, call_closed_on, call_result) in (0, 3)),
    constraint counterpart_call_is_long_enough check (call_closed_on - call_opened_on >= 14)
);
call app.isolate('action_plans');
grant select, insert, update on action_plans to hub_app;           -- a plan is never deleted

create table plan_axes (
    tenant_id uuid not null default app.current_tenant_id(),
    id        uuid not null,
    plan_id   uuid not null,
    title     text not null check (length(title) between 1 and 300),
    position  integer not null,
    primary key (tenant_id, id),
    constraint axis_stands_once unique (tenant_id, plan_id, position),
    constraint axis_of_its_plan unique (tenant_id, plan_id, id),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id)
);
call app.isolate('plan_axes');
grant select, insert on plan_axes to hub_app;

create table commitments (
    tenant_id             uuid not null default app.current_tenant_id(),
    id                    uuid not null,
    plan_id               uuid not null,
    axis_id               uuid not null,
    number                integer not null check (number > 0),
    unique_id             text check (length(unique_id) between 1 and 40),
    slug                  text not null,
    title                 text not null check (length(title) between 1 and 500),
    short_title           text check (length(short_title) between 1 and 200),
    is_proactive          boolean not null,
    table_of_origin       text,
    continuation_of_id    uuid,
    starts_on             date,
    ends_on               date,
    problem               text,
    description           text,
    contribution          text,
    expected_result       text,
    assumptions           text,
    indicator_name        text,
    indicator_unit        text,
    indicator_baseline    text,
    indicator_target      text,
    development_plan_axis text,
    gender                text,
    budget                text,
    legal_basis           text,
    contact               text,
    policy_areas          text[] not null,
    sdgs                  text[] not null,
    source                text,
    is_demonstration      boolean not null,
    withdrawn_on          date,
    withdrawn_by          text check (length(withdrawn_by) between 1 and 60),
    withdrawal_reasons    text,
    is_left_out           boolean not null,
    primary key (tenant_id, id),
    constraint commitment_slug_once_a_place unique (tenant_id, slug),
    constraint commitment_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    constraint commitment_number_once_a_plan unique (tenant_id, plan_id, number),
    constraint commitment_ends_after_it_began check (ends_on >= starts_on),
    constraint indicator_has_a_name check (indicator_name is not null or num_nonnulls(indicator_unit, indicator_baseline, indicator_target) = 0),
    constraint withdrawal_names_agreement_and_reasons check (num_nulls(withdrawn_on, withdrawn_by, withdrawal_reasons) in (0, 3)),
    constraint only_withdrawn_ones_are_left_out check (not is_left_out or withdrawn_on is not null),
    foreign key (tenant_id, plan_id) references action_plans (tenant_id, id),
    constraint commitment_under_an_axis_of_its_plan foreign key (tenant_id, plan_id, axis_id) references plan_axes (tenant_id, plan_id, id),
    foreign key (tenant_id, continuation_of_id) references commitments (tenant_id, id)
);
create index commitments_by_axis on commitments (tenant_id, axis_id);
call app.isolate('commitments');
grant select, insert, update on commitments to hub_app;            -- withdrawn, never deleted

create table commitment_actors (
    tenant_id     uuid not null default app.current_tenant_id(),
    id            uuid not null,
    commitment_id uuid not null,
    role          text not null check (role in ('Lead', 'Supporting', 'CivilSocietyCounterpart', 'Other')),
    sector        text not null check (sector in ('Government', 'CivilSociety', 'Guarantor')),
    organization  text not null check (length(organization) between 1 and 300),
    primary key (tenant_id, id),
    constraint actor_once_a_role unique (tenant_id, commitment_id, role, organization),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id)
);
call app.isolate('commitment_actors');
grant select, insert on commitment_actors to hub_app;

create table commitment_values (
    tenant_id     uuid not null default app.current_tenant_id(),
    commitment_id uuid not null,
    value         text not null check (value in ('AccessToInformation', 'CivicParticipation', 'PublicAccountability', 'TechnologyAndInnovation')),
    reason        text not null check (length(reason) > 0),
    primary key (tenant_id, commitment_id, value),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id)
);
call app.isolate('commitment_values');
grant select, insert on commitment_values to hub_app;

create table commitment_links (
    tenant_id     uuid not null default app.current_tenant_id(),
    id            uuid not null,
    commitment_id uuid not null,
    kind          text not null check (kind in ('Law', 'BudgetLine', 'Dataset', 'Ocds', 'ContributesTo')),
    target        text not null check (length(target) between 1 and 2000),
    label         text,
    primary key (tenant_id, id),
    constraint ocid_has_its_shape check (kind <> 'Ocds' or target ~ '^ocds-[a-z0-9]{6}-\S+$'),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id)
);
create index commitment_links_by_commitment on commitment_links (tenant_id, commitment_id);
call app.isolate('commitment_links');
grant select, insert on commitment_links to hub_app;

create table commitment_actions (
    tenant_id     uuid not null default app.current_tenant_id(),
    id            uuid not null,
    commitment_id uuid not null,
    title         text not null check (length(title) between 1 and 500),
    position      integer not null,
    weight        integer not null check (weight between 1 and 10000), -- hundredths of a percent; siblings total 10,000 once published
    primary key (tenant_id, id),
    constraint action_of_its_commitment unique (tenant_id, commitment_id, id),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id)
);
call app.isolate('commitment_actions');
grant select, insert, update on commitment_actions to hub_app;

create table activities (
    tenant_id             uuid not null default app.current_tenant_id(),
    id                    uuid not null,
    commitment_id         uuid not null,
    action_id             uuid,
    position              integer not null,
    description           text not null check (length(description) between 1 and 2000),
    government_owner      text,
    civil_society_owner   text,
    starts_on             date,
    due_on                date,
    deliverable           text,
    means_of_verification text[] not null,
    weight                integer not null check (weight between 1 and 10000),
    source                text,
    is_demonstration      boolean not null,
    status                text not null check (status in ('NotStarted', 'InProgress', 'Complete', 'Verified', 'NotFulfilled', 'Withdrawn')),
    percent               integer not null check (percent between 0 and 99),
    done_on               date,
    updated_on            date,
    ended_on              date,
    ended_by              text check (length(ended_by) between 1 and 60),
    end_reasons           text,
    primary key (tenant_id, id),
    constraint due_after_it_starts check (due_on >= starts_on),
    constraint done_on_a_day check ((status in ('Complete', 'Verified')) = (done_on is not null)),
    constraint verified_with_a_counterpart check (status <> 'Verified' or civil_society_owner is not null),
    constraint ended_by_agreement_with_reasons check (
        case when status in ('NotFulfilled', 'Withdrawn') then num_nulls(ended_on, ended_by, end_reasons) = 0
             else num_nonnulls(ended_on, ended_by, end_reasons) = 0 end),
    foreign key (tenant_id, commitment_id) references commitments (tenant_id, id),
    constraint activity_under_an_action_of_its_commitment
        foreign key (tenant_id, commitment_id, action_id) references commitment_actions (tenant_id, commitment_id, id)
);
create index activities_by_commitment on activities (tenant_id, commitment_id);
create index activities_by_due_day on activities (tenant_id, due_on);
call app.isolate('activities');
grant select, insert, update on activities to hub_app;             -- ended by agreement, never deleted
