-- What a new PostgreSQL container needs after roles.sql: passwords, from its environment, and the database.
\getenv owner_password HUB_OWNER_PASSWORD
\getenv app_password HUB_APP_PASSWORD
alter role hub_owner password :'owner_password';
alter role hub_app password :'app_password';
create database hub owner hub_owner;
