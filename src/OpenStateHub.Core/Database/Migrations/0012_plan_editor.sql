-- Drafts are edited by form: what a commitment says changes with its revision, and what somebody types is kept until they save it.

alter table commitments add column revision integer not null default 0;  -- rises with each change of its text; who saves says which one they saw
alter table commitments alter column revision drop default;

-- The parts of a commitment are rewritten with it, and axes come and go while a plan is a draft: the entities refuse it afterwards.
grant update, delete on commitment_actors, commitment_values, commitment_links, plan_axes to hub_app;

-- Axes change places in one transaction, one row at a time.
alter table plan_axes drop constraint axis_stands_once;
alter table plan_axes add constraint axis_stands_once unique (tenant_id, plan_id, position) deferrable initially deferred;

-- What one person typed into one form and has not saved yet. Only they read it.
create table form_drafts (
    tenant_id     uuid not null default app.current_tenant_id(),
    user_id       uuid not null,
    form          text not null check (length(form) between 1 and 40),
    subject       text not null check (length(subject) between 1 and 200),  -- what the form is about, such as a plan and a commitment
    fields        text not null check (length(fields) <= 400000),          -- the form as it was sent: names and values, JSON
    base_revision text not null check (length(base_revision) <= 100),      -- what the person saw when they began to type; empty: something new
    saved_at      timestamptz not null,
    primary key (tenant_id, user_id, form, subject),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
);
call app.isolate('form_drafts');
grant select, insert, update, delete on form_drafts to hub_app;
