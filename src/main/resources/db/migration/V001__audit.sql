-- What happened, one row per act, and the values it changed. Rows are only ever added, each in the transaction of the change it
-- tells of, and the tables that hold the desk's state refuse a change that no row here tells of. Every later migration calls
-- audit_guard() or never_changes() for the tables it creates.
--
-- The order of a claim's own events is aggregate_version. A place in the order of all events is nothing that a running
-- transaction can know, and a row here never changes: whoever gives such places out keeps them in a table of its own, and
-- recognises finished transactions by transaction_id < pg_snapshot_xmin(pg_current_snapshot()).
create table audit_event (
    id                uuid primary key,
    aggregate_type    text not null check (aggregate_type ~ '^[A-Z_]{1,40}$'),
    aggregate_id      uuid not null,
    aggregate_version bigint not null check (aggregate_version > 0),
    action            text not null check (action ~ '^[A-Z_]{1,60}$'),
    part              text check (char_length(part) between 1 and 200),
    -- No foreign key: the desk itself acts too, and a person's first event is written before the person.
    actor             uuid not null,
    authentication    text not null check (char_length(authentication) between 1 and 200),
    at                timestamptz not null,
    transaction_id    xid8 not null default pg_current_xact_id(),
    -- The exact bytes that stand for this event (RFC 8785), written once and never made again from the columns. The limit is
    -- that of an entry in a C2SP tlog-tiles bundle, which has a uint16 length.
    canonical         bytea not null check (octet_length(canonical) between 2 and 65535),
    unique (aggregate_type, aggregate_id, aggregate_version)
);
create index audit_event_transaction on audit_event (transaction_id);

-- The values beside the event: canonical holds only SHA-256(salt || payload) of each, so that text can be withdrawn one day
-- without touching the bytes that are proven. Both are null then, since a known salt would let a short text be guessed.
create table audit_change (
    event_id uuid not null references audit_event,
    position int not null check (position >= 0),
    field    text not null check (char_length(field) between 1 and 200),
    salt     bytea check (octet_length(salt) = 32),
    payload  bytea,
    primary key (event_id, position)
);

-- The next version of an aggregate's history, held for this transaction until its end, and the transaction's id.
-- Two statements on purpose: the second must see what was committed while the first waited.
create function audit_next(of_type text, of_id uuid, out version bigint, out transaction_id xid8)
language plpgsql volatile set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(of_type || ':' || of_id, 0));
    select coalesce(max(e.aggregate_version), 0) + 1 into version
    from audit_event e where e.aggregate_type = of_type and e.aggregate_id = of_id;
    transaction_id := pg_current_xact_id();
end $$;

create function audit_event_is_true() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    leaf jsonb := convert_from(new.canonical, 'UTF8')::jsonb;
    last bigint;
begin
    if new.transaction_id <> pg_current_xact_id() then
        raise exception 'audit_event %: it names transaction %, but is written by transaction %', new.id, new.transaction_id,
            pg_current_xact_id() using errcode = 'check_violation', constraint = 'audit_event_transaction',
            hint = 'Leave transaction_id to its default, or take it from audit_next().';
    end if;
    select coalesce(max(e.aggregate_version), 0) into last
    from audit_event e where e.aggregate_type = new.aggregate_type and e.aggregate_id = new.aggregate_id;
    if new.aggregate_version <> last + 1 then
        raise exception 'audit_event %: version % of % % does not follow version %', new.id, new.aggregate_version,
            new.aggregate_type, new.aggregate_id, last using errcode = 'check_violation', constraint = 'audit_event_follows',
            hint = 'Take the version from audit_next(), which holds it until the transaction ends.';
    end if;
    if (leaf ->> 'event', leaf #>> '{aggregate,type}', leaf #>> '{aggregate,id}', leaf #>> '{aggregate,version}',
        leaf ->> 'action', leaf ->> 'part', leaf ->> 'actor', leaf ->> 'authentication', (leaf ->> 'at')::timestamptz,
        leaf ->> 'transaction')
       is distinct from
       (new.id::text, new.aggregate_type, new.aggregate_id::text, new.aggregate_version::text,
        new.action, new.part, new.actor::text, new.authentication, new.at, new.transaction_id::text)
       or jsonb_typeof(leaf -> 'changes') is distinct from 'array' then
        raise exception 'audit_event %: its canonical bytes say something else than its columns', new.id
            using errcode = 'check_violation', constraint = 'audit_event_canonical',
            hint = 'Let the application write events; docs/audit.md describes the bytes.';
    end if;
    return new;
end $$;
create trigger audit_event_is_true before insert on audit_event for each row execute function audit_event_is_true();
alter table audit_event enable always trigger audit_event_is_true;

create function audit_event_is_whole() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    promised int := jsonb_array_length(convert_from(new.canonical, 'UTF8')::jsonb -> 'changes');
    written  int := (select count(*) from audit_change c where c.event_id = new.id);
begin
    if promised <> written then
        raise exception 'audit_event %: it commits to % values, but % were written', new.id, promised, written
            using errcode = 'check_violation', constraint = 'audit_event_is_whole',
            hint = 'Insert every value into audit_change in the transaction that inserts the event.';
    end if;
    return null;
end $$;
create constraint trigger audit_event_is_whole after insert on audit_event deferrable initially deferred
    for each row execute function audit_event_is_whole();
alter table audit_event enable always trigger audit_event_is_whole;

create function audit_change_is_true() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    promised jsonb := (select convert_from(e.canonical, 'UTF8')::jsonb -> 'changes' -> new.position
                       from audit_event e where e.id = new.event_id and e.transaction_id = pg_current_xact_id());
begin
    if promised is null then
        raise exception 'audit_change % of event %: this transaction wrote no such event with such a change', new.position,
            new.event_id using errcode = 'check_violation', constraint = 'audit_change_event',
            hint = 'Values are written in the transaction of their event; nothing can be added to an earlier one.';
    end if;
    if (promised ->> 'field', promised ->> 'commitment')
       is distinct from (new.field, encode(sha256(new.salt || new.payload), 'hex')) then
        raise exception 'audit_change % of event %: the event commits to something else', new.position, new.event_id
            using errcode = 'check_violation', constraint = 'audit_change_commitment',
            hint = 'The commitment is SHA-256(salt || payload) in lower-case hexadecimal.';
    end if;
    return new;
end $$;
create trigger audit_change_is_true before insert on audit_change for each row execute function audit_change_is_true();
alter table audit_change enable always trigger audit_change_is_true;

create function audit_event_exists() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    wanted_type text := tg_argv[0];
    id_column   text := tg_argv[1];
    owner       uuid;
begin
    foreach owner in array array[case when tg_op <> 'INSERT' then (to_jsonb(old) ->> id_column)::uuid end,
                                 case when tg_op <> 'DELETE' then (to_jsonb(new) ->> id_column)::uuid end] loop
        continue when owner is null;
        if not exists (select 1 from audit_event e where e.transaction_id = pg_current_xact_id()
                       and e.aggregate_type = wanted_type and e.aggregate_id = owner) then
            raise exception '% on %: no audit_event of this transaction tells of % %', tg_op, tg_table_name, wanted_type,
                owner using errcode = 'check_violation', constraint = 'audit_guard', table = tg_table_name,
                hint = 'Make the change in the application, which writes its event in the same transaction.';
        end if;
    end loop;
    return null;
end $$;

create function audit_refuses() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise exception '% on % is refused: %', tg_op, tg_table_name, tg_argv[0]
        using errcode = 'check_violation', constraint = tg_argv[1], table = tg_table_name,
        hint = 'Add a new row that corrects the earlier one, through the application.';
end $$;

-- From now on a row of the table is inserted, updated or deleted only if, at commit, the same transaction has written an event of
-- the aggregate whose id stands in id_column.
create function audit_guard(table_name text, aggregate_type text, id_column text)
returns void language plpgsql set search_path = public, pg_temp as $$
begin
    perform 1 from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = audit_guard.table_name and c.column_name = id_column
      and c.data_type = 'uuid' and c.is_nullable = 'NO';
    if not found then
        raise exception 'audit_guard: %.% is no uuid column that is always filled', table_name, id_column
            using errcode = 'undefined_column';
    end if;
    execute format('create constraint trigger audit_guard after insert or update or delete on %I
                    deferrable initially deferred for each row execute function audit_event_exists(%L, %L)',
                   table_name, aggregate_type, id_column);
    execute format('alter table %I enable always trigger audit_guard', table_name);
    execute format('create trigger audit_guard_truncate before truncate on %I
                    for each statement execute function audit_refuses(%L, %L)',
                   table_name, 'emptying a table leaves no event of what was in it', 'audit_guard');
    execute format('alter table %I enable always trigger audit_guard_truncate', table_name);
end $$;

-- From now on rows of the table are only added. Statements are refused as such, whether or not they would meet a row.
create function never_changes(table_name text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
    execute format('create trigger never_changes before update or delete or truncate on %I
                    for each statement execute function audit_refuses(%L, %L)',
                   table_name, 'rows of this table never change', 'never_changes');
    execute format('alter table %I enable always trigger never_changes', table_name);
end $$;

select never_changes('audit_event');
select never_changes('audit_change');
