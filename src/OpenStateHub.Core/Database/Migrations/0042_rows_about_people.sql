-- Every row that names a person: by a key to their account, wherever a later file adds one, or by their address. It reads as whoever asks, behind
-- the wall of their tenant. An act is what must not go with the account: what dies with it, and its roles and drafts, are none.
create function app.rows_about(person uuid, mailbox text) returns table (source text, content jsonb, is_act boolean) language plpgsql stable as $$
declare
    found record;
    secrets text[] := array['tenant_id', 'password_hash', 'security_stamp', 'concurrency_stamp', 'token_hash', 'code_hash', 'secret'];
begin
    for found in
        select k.conrelid::regclass as place, a.attname as who,
               k.confdeltype <> 'c' and k.conrelid not in ('role_grants'::regclass, 'form_drafts'::regclass) as acts
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
        where k.contype = 'f' and k.confrelid = 'users'::regclass
        order by 1, 2
    loop
        return query execute format('select %L::text, to_jsonb(t) - $2, %L::boolean from %s t where %I = $1', found.place, found.acts, found.place, found.who)
            using person, secrets;
    end loop;
    for found in
        select c.oid::regclass as place, a.attname as who
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname in ('email', 'address', 'recipient') and a.atttypid = 'text'::regtype
        order by 1, 2
    loop
        -- A letter's text may hold a link that opens something.
        return query execute format('select %L::text, to_jsonb(t) - $2, false from %s t where lower(%I) = lower($1)', found.place, found.place, found.who)
            using mailbox, secrets || case when found.place = 'mail_queue'::regclass then array['text', 'html', 'unsubscribe'] else '{}' end;
    end loop;
end $$;
