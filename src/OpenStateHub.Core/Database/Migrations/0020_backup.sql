-- Backups: hub_backup (infra/postgres/roles.sql) reads every row of every table, those of later files too, and writes nothing.
grant select on all tables in schema public to hub_backup;
grant select on all sequences in schema public to hub_backup;
alter default privileges in schema public grant select on tables to hub_backup;
alter default privileges in schema public grant select on sequences to hub_backup;
