-- How a place comes in: the nation invites it, a state may propose its municipalities. Inviting provisions the place in the same transaction.

-- The day from which the place is more than a line of the catalogue. Null: merely listed, or provisioned before this was recorded.
alter table tenants add column invited_on date;
alter table tenants add constraint a_listed_place_is_not_invited check (invited_on is null or status <> 'Listed');

alter table invitations add column revoked_at timestamptz;
alter table invitations add constraint revoked_is_not_accepted check (revoked_at is null or accepted_at is null);

-- The nation's record of what it sent, and to whom. Each sending is a row: sent again, the earlier link ends and its row stays. Whether somebody accepted,
-- the place's own published row tells.
create table place_invitations (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    place_id      uuid not null references tenants,
    invitation_id uuid not null,                                   -- the link's row among the place's own
    email         text not null check (length(email) between 3 and 254),
    sent_by       uuid,                                            -- null: a state, by its standing permission
    sent_at       timestamptz not null,
    expires_at    timestamptz not null,
    proposal_id   uuid,                                            -- the proposal that it answers
    provisions    boolean not null,                                -- the place was merely listed before it was invited
    ended_at      timestamptz,
    ended_by      uuid,
    ending        text check (ending in ('Revoked', 'Replaced')),
    primary key (tenant_id, id),
    foreign key (tenant_id, sent_by) references users (tenant_id, id),
    foreign key (tenant_id, ended_by) references users (tenant_id, id),
    constraint place_invitations_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001'),
    constraint an_end_has_its_kind check ((ended_at is null) = (ending is null))
);
create unique index one_open_invitation_a_place on place_invitations (tenant_id, place_id) where ended_at is null;
create index place_invitations_by_place on place_invitations (tenant_id, place_id, sent_at);
call app.isolate('place_invitations');
grant select, insert, update on place_invitations to hub_app;

-- What the states proposed, as the nation decides it.
create table place_proposals (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    place_id    uuid not null references tenants,
    state_id    uuid not null references tenants,
    email       text not null check (length(email) between 3 and 254),
    note        text check (length(note) between 1 and 1000),
    proposed_at timestamptz not null,
    decided_at  timestamptz,
    decided_by  uuid,                                              -- null: nobody yet, or a standing permission
    outcome     text check (outcome in ('Confirmed', 'Refused', 'Withdrawn')),
    reason      text check (length(reason) between 1 and 1000),
    primary key (tenant_id, id),
    foreign key (tenant_id, decided_by) references users (tenant_id, id),
    constraint place_proposals_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001'),
    constraint a_decision_has_its_outcome check ((decided_at is null) = (outcome is null)),
    constraint a_refusal_has_its_reason check (outcome is distinct from 'Refused' or reason is not null)
);
create unique index one_open_proposal_a_place on place_proposals (tenant_id, place_id) where decided_at is null;
call app.isolate('place_proposals');
grant select, insert, update on place_proposals to hub_app;

-- The same, as the state that proposed it reads it: neither side reads the other's tables.
create table proposed_places (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,                                     -- as the nation's
    place_id    uuid not null references tenants,
    email       text not null check (length(email) between 3 and 254),
    note        text check (length(note) between 1 and 1000),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_at  timestamptz,
    outcome     text check (outcome in ('Confirmed', 'Refused', 'Withdrawn')),
    reason      text check (length(reason) between 1 and 1000),
    primary key (tenant_id, id),
    foreign key (tenant_id, proposed_by) references users (tenant_id, id),
    constraint a_decision_has_its_outcome check ((decided_at is null) = (outcome is null))
);
call app.isolate('proposed_places');
grant select, insert, update on proposed_places to hub_app;

-- The states whose proposals are sent at once.
create table standing_permissions (
    tenant_id  uuid not null default app.current_tenant_id() references tenants,
    id         uuid not null,
    state_id   uuid not null references tenants,
    granted_by uuid not null,
    granted_at timestamptz not null,
    ended_by   uuid,
    ended_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, granted_by) references users (tenant_id, id),
    foreign key (tenant_id, ended_by) references users (tenant_id, id),
    constraint standing_permissions_are_national check (tenant_id = '00000000-0000-7000-8000-000000000001'),
    constraint somebody_ends_it check ((ended_at is null) = (ended_by is null))
);
create unique index one_open_permission_a_state on standing_permissions (tenant_id, state_id) where ended_at is null;
call app.isolate('standing_permissions');
grant select, insert, update on standing_permissions to hub_app;

do $$
begin
    perform set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', true);
    update tenants set invited_on = current_date where status <> 'Listed' and kind <> 'National';
    perform set_config('app.tenant_id', '', true);
end $$;
