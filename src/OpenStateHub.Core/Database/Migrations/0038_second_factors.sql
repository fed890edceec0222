-- What proves a person beyond their password, where they are signed in, and which of their accounts at other places they linked.

-- The secret that an authenticator app computes its codes from.
create table authenticators (
    tenant_id    uuid not null default app.current_tenant_id(),
    user_id      uuid not null,
    secret       text not null check (length(secret) between 1 and 1000),  -- protected by the keys of the cookies
    last_step    bigint not null check (last_step >= 0),           -- of thirty seconds since 1970: no code of it or before works again
    confirmed_at timestamptz not null,                             -- by a first code: until then nothing is kept
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
call app.isolate('authenticators');
grant select, insert, update, delete on authenticators to hub_app;

-- Codes to come in with when the telephone is lost. Each works once: it is deleted by its use.
create table recovery_codes (
    tenant_id uuid not null default app.current_tenant_id(),
    id        uuid not null,
    user_id   uuid not null,
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    primary key (tenant_id, id),
    constraint a_code_is_one_persons unique (tenant_id, user_id, code_hash),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
call app.isolate('recovery_codes');
grant select, insert, delete on recovery_codes to hub_app;

-- The names of the columns are those of ASP.NET Core Identity, whose store reads them.
create table user_passkeys (
    tenant_id     uuid not null default app.current_tenant_id(),
    credential_id bytea not null check (length(credential_id) between 1 and 1023),
    user_id       uuid not null,
    data          jsonb not null,                                  -- its public key, its name, how often it was used: nothing secret
    primary key (tenant_id, credential_id),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index user_passkeys_of_user on user_passkeys (tenant_id, user_id);
call app.isolate('user_passkeys');
grant select, insert, update, delete on user_passkeys to hub_app;

-- Where somebody is signed in. Its id stands in the cookie: without the row the cookie opens nothing.
create table sign_ins (
    tenant_id     uuid not null default app.current_tenant_id(),
    id            uuid not null,
    user_id       uuid not null,
    device        text not null check (length(device) between 1 and 80),   -- browser and system, no more
    began_at      timestamptz not null,
    seen_at       timestamptz not null,                            -- to some minutes
    second_factor boolean not null,                                -- proved by more than a password
    primary key (tenant_id, id),
    constraint seen_after_it_began check (seen_at >= began_at),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index sign_ins_of_user on sign_ins (tenant_id, user_id);
create index sign_ins_by_time on sign_ins (tenant_id, seen_at);
call app.isolate('sign_ins');
grant select, insert, update, delete on sign_ins to hub_app;

-- One side of two accounts that the same person linked; the other place has the other side. Who ends theirs ends both ways.
create table linked_accounts (
    tenant_id      uuid not null default app.current_tenant_id(),
    id             uuid not null,
    user_id        uuid not null,
    other_place_id uuid not null references tenants,
    other_user_id  uuid not null,                                  -- known there alone: no key leads across the wall
    linked_at      timestamptz not null,
    primary key (tenant_id, id),
    constraint linked_once unique (tenant_id, user_id, other_place_id, other_user_id),
    constraint linked_to_another_place check (other_place_id <> tenant_id),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
call app.isolate('linked_accounts');
grant select, insert, delete on linked_accounts to hub_app;

-- The passes by which somebody came over from a linked account: the key refuses a second use.
create table used_passes (
    tenant_id uuid not null default app.current_tenant_id() references tenants,
    id        uuid not null,
    used_at   timestamptz not null,
    primary key (tenant_id, id)
);
call app.isolate('used_passes');
grant select, insert, delete on used_passes to hub_app;

-- What a place says about its accounts. No row: the usual.
create table account_rules (
    tenant_id       uuid not null default app.current_tenant_id() references tenants,
    id              uuid not null,
    accepts_linked  boolean not null,                              -- whoever linked an account may come over from its place
    revision        integer not null,
    primary key (tenant_id, id),
    constraint one_rule_a_place unique (tenant_id)
);
call app.isolate('account_rules');
grant select, insert, update on account_rules to hub_app;
