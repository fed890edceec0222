-- What a new PostgreSQL container needs after roles.sql: passwords, from its environment, and the database.
\getenv owner_password HUB_OWNER_PASSWORD
\getenv app_password HUB_APP_PASSWORD
\getenv backup_password HUB_BACKUP_PASSWORD
alter role hub_owner password :'owner_password';
alter role hub_app password :'app_password';
alter role hub_backup password :'backup_password';
create database hub owner hub_owner;
