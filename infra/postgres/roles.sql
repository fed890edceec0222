-- The three roles of the hub. Idempotent. An embedded server runs this file by itself; on a server of your own,
-- run it once as an administrator, then give each role a password and make the database:
--
--     psql -f infra/postgres/roles.sql
--     \password hub_owner
--     \password hub_app
--     \password hub_backup
--     create database hub owner hub_owner
--
-- hub_owner migrates and seeds. hub_app serves: it owns nothing and bypasses nothing, so row-level security binds it.
-- hub_backup reads the rows of all places and writes nothing. Making it takes a superuser, or from PostgreSQL 16 on a role that
-- bypasses row-level security itself; without one there is no 'hub backup', and the server's own backups remain.
-- Each statement ends with a semicolon and an empty line, as single-user mode (postgres --single -j) demands.
do $$
declare
    wanted text;
begin
    -- Two processes may prepare one server at the same time.
    perform pg_advisory_xact_lock(hashtext('hub.roles'));
    foreach wanted in array array['hub_owner', 'hub_app'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
        -- Only where something is wrong: an administrator who is no superuser may not name these attributes at all.
        elsif exists (select from pg_roles where rolname = wanted
                      and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or not rolcanlogin)) then
            execute format('alter role %I login nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
        end if;
    end loop;
end $$;

do $$
begin
    perform pg_advisory_xact_lock(hashtext('hub.roles'));
    if not exists (select from pg_roles where rolname = 'hub_backup') then
        create role hub_backup login nosuperuser nobypassrls nocreatedb nocreaterole;
        alter role hub_backup set default_transaction_read_only = on;
    end if;
    if exists (select from pg_roles where rolname = 'hub_backup' and (not rolbypassrls or rolsuper or rolcreatedb or rolcreaterole)) then
        begin
            alter role hub_backup login nosuperuser bypassrls nocreatedb nocreaterole;
        exception when insufficient_privilege then
            raise warning 'hub_backup may not bypass row-level security (%): hub backup will refuse to work as it.', sqlerrm;
        end;
    end if;
end $$;

