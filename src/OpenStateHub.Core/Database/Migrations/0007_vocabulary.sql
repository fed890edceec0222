-- What the codes of a commitment mean, in both languages.
create table policy_areas (
    code     text primary key,
    title_es text not null,
    title_en text not null
);
call app.catalogue('policy_areas');
grant select, insert, update on policy_areas to hub_app;

-- The goals of the 2030 Agenda ("6") and their targets ("6.3").
create table development_goals (
    code     text primary key check (code ~ '^[0-9]{1,2}(\.[0-9a-z]{1,2})?$'),
    title_es text not null,
    title_en text not null
);
call app.catalogue('development_goals');
grant select, insert, update on development_goals to hub_app;
