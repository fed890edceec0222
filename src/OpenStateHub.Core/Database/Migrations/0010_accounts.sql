-- Who signs in at a place, what they may do there, and the keys that protect their cookies.

-- The names of the columns are those of ASP.NET Core Identity, whose stores read them.
create table users (
    tenant_id             uuid not null default app.current_tenant_id() references tenants,
    id                    uuid not null,
    name                  text not null check (length(name) between 1 and 120),
    user_name             text not null,                           -- the address: Identity wants both
    normalized_user_name  text not null,
    email                 text not null check (length(email) between 3 and 254),
    normalized_email      text not null,
    email_confirmed       boolean not null,
    password_hash         text not null,
    security_stamp        text not null,                           -- changes with the password: older cookies and links end
    concurrency_stamp     text not null,
    two_factor_enabled    boolean not null,
    lockout_enabled       boolean not null,
    lockout_end           timestamptz,
    access_failed_count   integer not null,
    primary key (tenant_id, id),
    constraint one_account_an_address unique (tenant_id, normalized_email),
    constraint one_account_a_name unique (tenant_id, normalized_user_name)
);
call app.isolate('users');
grant select, insert, update on users to hub_app;                  -- what a person did keeps its author

-- What a person may do here: one of the roles of the table of rights, perhaps on one thing only, perhaps until a day.
create table role_grants (
    tenant_id uuid not null default app.current_tenant_id(),
    id        uuid not null,
    user_id   uuid not null,
    role      text not null check (role in ('Administrator', 'SecretariatMember', 'ActivityOwner', 'Facilitator', 'Evaluator', 'Participant',
                                            'NationalMonitor', 'PlatformOperator')),
    scope_id  uuid,                                                -- the seat, the commitment or activity, the table
    office    text check (length(office) between 1 and 300),       -- the body that the person acts for; null where the seat tells it
    from_on   date not null,
    until_on  date,                                                -- the last day; null: until ended
    ended_at  timestamptz,                                         -- ended by an administrator, at once
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id),
    constraint grant_ends_after_it_began check (until_on >= from_on),
    constraint some_roles_are_on_one_thing check ((scope_id is not null) = (role in ('SecretariatMember', 'ActivityOwner', 'Facilitator'))),
    constraint an_owner_has_a_last_day check (role <> 'ActivityOwner' or until_on is not null),
    constraint national_roles_are_national check (role not in ('NationalMonitor', 'PlatformOperator')
                                                  or tenant_id = '00000000-0000-7000-8000-000000000001')
);
create index role_grants_of_user on role_grants (tenant_id, user_id);
call app.isolate('role_grants');
grant select, insert, update on role_grants to hub_app;            -- ended, never erased

-- A link that makes an account or adds a role. Only its hash is kept: who reads this table cannot use it.
create table invitations (
    tenant_id   uuid not null default app.current_tenant_id() references tenants,
    id          uuid not null,
    email       text not null check (length(email) between 3 and 254),
    role        text not null check (role in ('Administrator', 'SecretariatMember', 'ActivityOwner', 'Facilitator', 'Evaluator', 'Participant',
                                              'NationalMonitor', 'PlatformOperator')),
    scope_id    uuid,
    office      text check (length(office) between 1 and 300),
    until_on    date,
    token_hash  text not null,
    invited_by  uuid,                                              -- null: an operator, by the command line
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, invited_by) references users (tenant_id, id)
);
call app.isolate('invitations');
grant select, insert, update on invitations to hub_app;

-- The keys that cookies, forms and reset links are protected with: every node reads the same ones.
create table protection_keys (
    name       text primary key,
    xml        text not null,
    created_at timestamptz not null default now()
);
grant select, insert on protection_keys to hub_app;
