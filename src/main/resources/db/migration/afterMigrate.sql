-- Runs after every migration: what the application's role may do. It owns nothing; it adds to the history and to whatever never
-- changes, except where only a function of the owner's may, and may change the rest as far as the triggers let it.
do $$
declare
    of_table record;
    running  text := '${running_role}';
begin
    if running = '' then
        return;
    end if;
    execute format('grant connect, temporary on database %I to %I', current_database(), running);
    execute format('grant usage on schema public to %I', running);
    for of_table in
        select c.relname, exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'never_changes') as fixed
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
        -- Taken from the owner's own role this would lock the owner out.
        if running <> current_user then
            execute format('revoke all on table %I from %I', of_table.relname, running);
        end if;
        execute format('grant %s on table %I to %I',
            case when of_table.relname in ('flyway_schema_history', 'audit_state', 'erased_address') then 'select'
                 when of_table.fixed then 'select, insert'
                 else 'select, insert, update, delete' end, of_table.relname, running);
    end loop;
    execute format('grant usage on all sequences in schema public to %I', running);
end $$;
