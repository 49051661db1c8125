-- The history as a transparency log: each audit event becomes one leaf of an RFC 6962 tree, and carries the hash of its aggregate's
-- rows as they were after it. Rows here are only ever added. docs/audit.md describes the bytes.

-- The aggregate's rows when the event's transaction ended: line by line `table key sha256`, and the SHA-256 of all lines. Of several
-- events of one aggregate in one transaction only the last has it. fresh are the lines that this transaction wrote, which lets a
-- later check name the row that differs.
create table audit_state (
    event_id uuid primary key references audit_event,
    hash     bytea not null check (octet_length(hash) = 32),
    fresh    text not null
);

-- The leaf of each event. Its entry in the published log is SHA-256(salt || state || canonical), where state is
-- SHA-256(audit_state.hash || fresh) or 32 zero bytes, so the log reveals nothing of unpublished work; hash is the leaf's hash in the tree, SHA-256(0x00 || entry).
create table log_leaf (
    index    bigint primary key check (index >= 0),
    event_id uuid not null unique references audit_event,
    salt     bytea not null check (octet_length(salt) = 32),
    hash     bytea not null check (octet_length(hash) = 32)
);

-- Roots of the complete subtrees of 256^level leaves: with the leaf hashes these are all the tiles of C2SP tlog-tiles.
create table log_node (
    level int not null check (level between 1 and 7),
    index bigint not null check (index >= 0),
    hash  bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- What was signed of the tree.
create table log_checkpoint (
    size bigint not null check (size >= 0),
    key  text not null check (char_length(key) between 1 and 1000),
    root bytea not null check (octet_length(root) = 32),
    note text not null check (char_length(note) between 1 and 20000),
    at   timestamptz not null,
    primary key (size, key)
);

-- What witnesses said to a checkpoint, or where a copy of it went.
create table log_witnessed (
    size    bigint not null,
    witness text not null check (char_length(witness) between 1 and 300),
    line    text not null check (char_length(line) between 1 and 5000),
    at      timestamptz not null,
    primary key (size, witness)
);

-- Each comparison of state, history and tree, and what it found.
create table log_check (
    id         uuid primary key,
    asked_by   uuid not null,
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    size       bigint not null,
    aggregates bigint not null,
    findings   text[] not null
);
create index log_check_latest on log_check (ended_at);

create function log_leaf_is_next() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    of_event bytea := (select coalesce(sha256(s.hash || convert_to(s.fresh, 'UTF8')), decode(repeat('00', 32), 'hex')) || e.canonical
                       from audit_event e left join audit_state s on s.event_id = e.id where e.id = new.event_id);
begin
    if new.index > 0 and not exists (select 1 from log_leaf l where l.index = new.index - 1) then
        raise exception 'log_leaf %: there is no leaf before it', new.index
            using errcode = 'check_violation', constraint = 'log_leaf_is_next',
            hint = 'Only the sequencer adds leaves, one after the other.';
    end if;
    if new.hash is distinct from sha256('\x00'::bytea || sha256(new.salt || of_event)) then
        raise exception 'log_leaf %: its hash is not that of event %', new.index, new.event_id
            using errcode = 'check_violation', constraint = 'log_leaf_is_true',
            hint = 'A leaf commits to its event: SHA-256(0x00 || SHA-256(salt || state || canonical)).';
    end if;
    return new;
end $$;
create trigger log_leaf_is_next before insert on log_leaf for each row execute function log_leaf_is_next();
alter table log_leaf enable always trigger log_leaf_is_next;

select never_changes('audit_state');
select never_changes('log_leaf');
select never_changes('log_node');
select never_changes('log_checkpoint');
select never_changes('log_witnessed');
select never_changes('log_check');

-- Writes audit_rows(type, id), which lists the present rows of an aggregate, from the tables that audit_guard() watches. A migration
-- that calls audit_guard() ends with a call of this. Empty columns leave no trace in a row's hash, so that a new column does not
-- change the hash of rows that do not use it; bytes stand as their own hash.
create function audit_rows_build() returns void language plpgsql set search_path = public, pg_temp as $function$
declare
    branches text := '';
    of_type  text;
    parts    text;
begin
    for of_type in select distinct split_part(encode(t.tgargs, 'escape'), '\000', 1) from pg_trigger t
                   where t.tgname = 'audit_guard' order by 1 loop
        select string_agg(format(
            $part$ select %L || ' ' || (%s) || ' ' || encode(sha256(convert_to((jsonb_strip_nulls(to_jsonb(x) %s))::text, 'UTF8')), 'hex'),
                   x.xmin::text::bigint >= (pg_current_xact_id()::text::bigint & 4294967295)
            from %I x where x.%I = of_id $part$,
            c.relname, keys.named, bytes.replaced, c.relname, split_part(encode(t.tgargs, 'escape'), '\000', 2)),
            ' union all ' order by c.relname)
        into parts
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join lateral (select string_agg(format('x.%I::text', a.attname), $$ || '/' || $$ order by k.at) as named
                      from pg_index i, unnest(i.indkey) with ordinality k(attnum, at)
                      join pg_attribute a on a.attnum = k.attnum
                      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) keys on true
        join lateral (select coalesce(string_agg(format($$ - %1$L::text || jsonb_build_object(%1$L, encode(sha256(x.%1$I), 'hex'))$$,
                                                        a.attname), '' order by a.attnum), '') as replaced
                      from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) bytes
             on true
        where t.tgname = 'audit_guard' and split_part(encode(t.tgargs, 'escape'), '\000', 1) = of_type;
        branches := branches || format(' when %L then return query %s;', of_type, parts);
    end loop;
    execute format($build$
        create or replace function audit_rows(of_type text, of_id uuid) returns table (line text, fresh boolean)
        language plpgsql volatile set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
        set extra_float_digits = 1 set bytea_output = 'hex' set jit = off as $body$
        begin
            case of_type %s end case;
        end $body$ $build$, branches);
end $function$;
select audit_rows_build();

create function audit_state_of(of_type text, of_id uuid, out hash bytea, out fresh text)
language sql volatile set search_path = public, pg_temp as $$
    select sha256(convert_to(coalesce(string_agg(r.line, E'\n' order by r.line collate "C"), ''), 'UTF8')),
           coalesce(string_agg(r.line, E'\n' order by r.line collate "C") filter (where r.fresh), '')
    from audit_rows(of_type, of_id) r;
$$;

-- What an event's bytes say, or null when they are no longer JSON: a comparison must not stop at the first damaged row.
create function audit_said(canonical bytea) returns jsonb language plpgsql immutable set search_path = public, pg_temp as $$
begin
    return convert_from(canonical, 'UTF8')::jsonb;
exception when others then
    return null;
end $$;

-- At commit, when every row has its final form. With the rights of the owner: nobody else may write a state.
create function audit_state_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select 1 from audit_event e where e.transaction_id = new.transaction_id
                   and e.aggregate_type = new.aggregate_type and e.aggregate_id = new.aggregate_id
                   and e.aggregate_version > new.aggregate_version) then
        insert into audit_state (event_id, hash, fresh)
        select new.id, s.hash, s.fresh from audit_state_of(new.aggregate_type, new.aggregate_id) s;
    end if;
    return null;
end $$;
create constraint trigger audit_state_follows after insert on audit_event deferrable initially deferred
    for each row execute function audit_state_follows();
alter table audit_event enable always trigger audit_state_follows;
