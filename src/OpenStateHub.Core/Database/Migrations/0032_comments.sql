-- What citizens say and ask about what is public, how it was moderated, and the answers. Nothing else moves by it.

create table comments (
    tenant_id       uuid not null default app.current_tenant_id() references tenants,
    id              uuid not null,
    kind            text not null check (kind in ('Comment', 'Fulfilled', 'NotFulfilled', 'Question')),
    subject_kind    text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject_key     text not null check (subject_key ~ '^[a-z0-9-]+$'),
    text            text not null check (length(text) between 1 and 2000),
    shown_name      text check (length(shown_name) between 1 and 80),
    address         text check (length(address) between 3 and 254),    -- erased with the answer, or with what hides it
    language        text not null check (language in ('es', 'en')),
    photo_sha256    text check (photo_sha256 ~ '^[0-9a-f]{64}$'),       -- of a file that may be gone: no key leads there
    photo_name      text check (length(photo_name) between 1 and 120),
    token_hash      text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    written_at      timestamptz not null,
    received_on     date,                                              -- the day on which its author confirmed the address
    due_on          date,                                              -- the last day on which an answer is in time
    status          text not null check (status in ('Unconfirmed', 'Waiting', 'Published', 'Hidden')),
    moderated_on    date,
    rule            integer check (rule between 1 and 6),              -- of the published rules
    answer          text check (length(answer) between 1 and 4000),
    answered_on     date,
    is_demonstration boolean not null,
    primary key (tenant_id, id),
    constraint each_link_is_one_comments unique (tenant_id, token_hash),
    constraint a_photo_has_a_name check ((photo_sha256 is null) = (photo_name is null)),
    constraint what_is_confirmed_has_its_days check (num_nulls(received_on, due_on) = case status when 'Unconfirmed' then 2 else 0 end),
    constraint who_did_not_confirm_can_be_asked check (status not in ('Unconfirmed', 'Waiting') or address is not null),
    constraint what_is_hidden_names_its_rule check ((status = 'Hidden') = (rule is not null)),
    constraint what_is_moderated_has_its_day check ((status in ('Published', 'Hidden')) = (moderated_on is not null)),
    constraint an_answer_has_its_day check ((answer is null) = (answered_on is null)),
    constraint only_the_public_is_answered check (answer is null or status in ('Published', 'Hidden'))
);
create index comments_by_subject on comments (tenant_id, subject_kind, subject_key, received_on) where status in ('Published', 'Hidden');
create index comments_open on comments (tenant_id, status, received_on);
call app.isolate('comments');
grant select, insert, delete on comments to hub_app;               -- deleted only where nobody confirmed; what somebody said is never changed
grant update (status, received_on, due_on, moderated_on, rule, answer, answered_on, address) on comments to hub_app;

-- A citizen's photograph: nobody signed in sent it.
alter table files alter column uploaded_by drop not null;
alter table file_uses drop constraint file_uses_kind_check;
alter table file_uses add constraint file_uses_kind_check check (kind in ('Library', 'Evidence', 'IndicatorValue', 'Comment'));
