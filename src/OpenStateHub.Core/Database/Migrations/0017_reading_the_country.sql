-- The national list stands in the order of names, as Spanish sorts them: its first page reads fifty rows instead of sorting all.
-- The order of a collation may change with the system's ICU: after such an upgrade PostgreSQL asks for `reindex`.
create index tenants_by_name on tenants (name collate "es-x-icu", slug);

-- The national page asks for the last places to take each step up to a day, and for the next one after it.
create index published_tenants_declared on published_tenants (declared_on desc, tenant_id);
create index published_tenants_installed on published_tenants (installed_on desc, tenant_id);
create index published_tenants_plan_published on published_tenants (plan_published_on desc, tenant_id);
create index published_tenants_implementing on published_tenants (implementing_on desc, tenant_id);
create index published_tenants_evaluated on published_tenants (evaluated_on desc, tenant_id);
