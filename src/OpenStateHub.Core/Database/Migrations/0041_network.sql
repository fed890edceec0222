-- Places help each other: what each offers and needs, in public, and what they write to each other, which nobody else reads.

create table published_offers (
    tenant_id      uuid not null default app.current_tenant_id() references tenants,
    id             uuid not null,
    kind           text not null check (kind in ('Offer', 'Need')),
    topic          text not null check (topic in ('Secretariat', 'CoCreation', 'Plan', 'Tracking', 'Verification', 'Evaluation', 'OpenData', 'Participation',
                                                  'Accountability', 'Training', 'Technology')),
    title          text not null check (length(title) between 1 and 160),
    about          text not null check (length(about) between 1 and 2000),
    contact_office text not null check (length(contact_office) between 1 and 200),  -- an office, never a person
    published_on   date not null,
    withdrawn_on   date,                                           -- no longer offered or needed; it stays in the history
    is_demonstration boolean not null,
    revision       integer not null,
    primary key (tenant_id, id),
    constraint withdrawn_after_it_was_published check (withdrawn_on >= published_on)
);
create index published_offers_by_topic on published_offers (topic, kind, published_on desc) where withdrawn_on is null;
call app.publish('published_offers');
grant select, insert, update on published_offers to hub_app;       -- what was said in public is withdrawn, not deleted

-- One side of what two places write to each other. The other side has rows of its own with the same ids, written in the same transaction.
create table conversations (
    tenant_id  uuid not null default app.current_tenant_id() references tenants,
    id         uuid not null,
    kind       text not null check (kind in ('Question', 'Assistance')),
    other_id   uuid not null,                                      -- no key: an archive may come to a hub that does not know the other place
    other_name text not null check (length(other_name) between 1 and 120),
    begun_here boolean not null,
    subject    text not null check (length(subject) between 1 and 160),
    topic      text check (topic in ('Secretariat', 'CoCreation', 'Plan', 'Tracking', 'Verification', 'Evaluation', 'OpenData', 'Participation',
                                     'Accountability', 'Training', 'Technology')),
    offer_id   uuid,                                               -- what it is about; no key, as above
    state      text not null check (state in ('Open', 'Answered', 'Closed')),
    owner_id   uuid,                                               -- who looks after it, of this side
    begun_at   timestamptz not null,
    changed_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create index conversations_by_time on conversations (tenant_id, kind, changed_at desc);
call app.isolate('conversations');
grant select, insert, update on conversations to hub_app;

create table conversation_messages (
    tenant_id       uuid not null default app.current_tenant_id(),
    id              uuid not null,
    conversation_id uuid not null,
    from_here       boolean not null,
    office          text not null check (length(office) between 1 and 300),
    written_by      uuid,                                          -- of this side; the other side learns the office alone
    text            text not null check (length(text) between 1 and 4000),
    sent_at         timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
    foreign key (tenant_id, written_by) references users (tenant_id, id),
    constraint the_other_side_names_no_person check (from_here or written_by is null)
);
create index conversation_messages_in_order on conversation_messages (tenant_id, conversation_id, sent_at);
call app.isolate('conversation_messages');
grant select, insert on conversation_messages to hub_app;          -- what was said stays said
