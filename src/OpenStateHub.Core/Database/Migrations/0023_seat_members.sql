-- Who sits on each seat and for how long, how a seat ends, and the rules that the secretariat gave itself.

alter table seats
    add column end_reason text check (length(end_reason) between 1 and 1000),
    add constraint seat_has_a_reason_only_where_it_ends check (end_reason is null or until_on is not null);
grant update (until_on, end_reason) on seats to hub_app;           -- ended, never erased or exchanged

alter table facilitators
    add column end_reason text check (length(end_reason) between 1 and 1000),
    add constraint facilitator_has_a_reason_only_where_it_ends check (end_reason is null or until_on is not null);
grant update (until_on, end_reason) on facilitators to hub_app;

-- The act itself, such as the installation act, where the place published it.
alter table installation_steps
    add column document_id uuid,
    add foreign key (tenant_id, document_id) references documents (tenant_id, id);

-- The holder of a seat and the alternate, one of each at a time.
create table seat_members (
    tenant_id        uuid not null default app.current_tenant_id() references tenants,
    id               uuid not null,
    seat_id          uuid not null,
    capacity         text not null check (capacity in ('Holder', 'Alternate')),
    name             text not null check (length(name) between 1 and 200),   -- public: a name, or the office where no name is published
    office           text check (length(office) between 1 and 200),
    person_id        uuid,                                         -- whose account votes for the seat; null: nobody's yet
    invitation_id    uuid,                                         -- what offers that account; erased a month after it ended, so no key leads there
    from_on          date,                                         -- null: no source tells it
    until_on         date,                                         -- the last day of the term; null: open
    end_reason       text check (length(end_reason) between 1 and 1000),     -- of an end before the term's, or of an open one
    is_demonstration boolean not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, seat_id) references seats (tenant_id, id),
    foreign key (tenant_id, person_id) references users (tenant_id, id),
    constraint member_ends_after_it_began check (until_on >= from_on),
    constraint member_has_a_reason_only_where_it_ends check (end_reason is null or until_on is not null)
);
create index seat_members_of_seat on seat_members (tenant_id, seat_id);
create index seat_members_by_invitation on seat_members (tenant_id, invitation_id) where invitation_id is not null;
call app.isolate('seat_members');
grant select, insert on seat_members to hub_app;                   -- ended, never erased or exchanged
grant update (person_id, until_on, end_reason) on seat_members to hub_app;

-- The rules of operation that hold from a day, until later ones do. Three matters always take all three sectors (domain rules, section 3).
create table secretariat_rules (
    tenant_id     uuid not null default app.current_tenant_id() references tenants,
    id            uuid not null,
    document_id   uuid not null,                                   -- where they are published
    from_on       date not null,
    two_of_three  text[] not null check (two_of_three <@ array['AcceptOrganization', 'ChangeRules', 'FreeText']),
    agreement     text check (length(agreement) between 1 and 60), -- by which the secretariat adopted them
    primary key (tenant_id, id),
    foreign key (tenant_id, document_id) references documents (tenant_id, id),
    constraint one_set_of_rules_a_day unique (tenant_id, from_on)
);
call app.isolate('secretariat_rules');
grant select, insert on secretariat_rules to hub_app;              -- replaced by later ones, never changed
