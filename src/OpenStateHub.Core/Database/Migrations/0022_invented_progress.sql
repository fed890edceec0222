-- Whether what was done in the latest plan was invented, be the plan real or not. It stands with the place's other figures, because asking the
-- commitments of the whole country for it made the national list eight times slower. The next night's walk fills it for places of before.
alter table published_tenants add column progress_is_invented boolean not null default false;
