-- Erasing a person's name or a withdrawn text. An admin asks, an auditor confirms, and erase() carries it out in the confirming
-- transaction: value by value as erasure_item names them, and nothing else. What is proven stays proven, because an event's bytes
-- hold only salted hashes. docs/audit.md says it step by step.

-- A person whose name was erased stays a contributor by id, and cannot sign in: that would write the name again.
alter table person add column erased_at timestamptz;
alter table person add constraint person_erased check (erased_at is null or name = '█████' and roles = '{}');

create table erasure (
    id          uuid primary key,
    state       text not null check (state in ('ASKED', 'WITHDRAWN', 'REFUSED', 'DONE')),
    target_type text not null check (target_type in ('PERSON', 'CLAIM', 'ARTICLE')),
    target_id   uuid not null,
    -- Which parts of the target are meant; the auditor decides on each value.
    parts       text[] not null check (cardinality(parts) between 1 and 20),
    what        text not null check (char_length(what) between 1 and 2000),
    why         text not null check (char_length(why) between 1 and 2000),
    asked_by    uuid not null references person,
    asked_at    timestamptz not null,
    decided_by  uuid references person,
    ended_at    timestamptz,
    -- Why it was refused or withdrawn.
    reason      text check (char_length(reason) <= 2000),
    done_in     xid8,
    version     bigint not null default 0,
    constraint erasure_two_people check (decided_by <> asked_by and decided_by <> target_id),
    constraint erasure_state check ((state = 'ASKED') = (ended_at is null) and (state in ('REFUSED', 'DONE')) = (decided_by is not null)
        and (state = 'DONE') = (done_in is not null) and (state <> 'REFUSED' or reason is not null))
);
create unique index erasure_asked_once on erasure (target_type, target_id) where state = 'ASKED';
create index erasure_open on erasure (id desc) where state = 'ASKED';

create function erasure_moves_legally() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'erasure %: a request stays, whatever became of it', old.id
            using errcode = 'check_violation', constraint = 'erasure_moves_legally', hint = 'Withdraw it instead.';
    end if;
    if tg_op = 'INSERT' then
        if new.state <> 'ASKED' then
            raise exception 'erasure %: it begins with being asked for', new.id
                using errcode = 'check_violation', constraint = 'erasure_moves_legally', hint = 'Let an admin ask and an auditor confirm.';
        end if;
        -- The duties that whoever signs in has are written down before they do anything.
        if not exists (select 1 from person p where p.id = new.asked_by and 'admin' = any (p.roles)) then
            raise exception 'erasure %: only an admin asks for it', new.id
                using errcode = 'check_violation', constraint = 'erasure_two_duties', hint = 'Let an admin ask and an auditor confirm.';
        end if;
        return new;
    end if;
    if old.state <> 'ASKED' or new.state = 'ASKED'
       or (new.id, new.target_type, new.target_id, new.parts, new.what, new.why, new.asked_by, new.asked_at)
          is distinct from
          (old.id, old.target_type, old.target_id, old.parts, old.what, old.why, old.asked_by, old.asked_at) then
        raise exception 'erasure %: what was asked for does not change, and is decided once', new.id
            using errcode = 'check_violation', constraint = 'erasure_moves_legally', hint = 'Ask for another erasure.';
    end if;
    if new.decided_by is not null
       and not exists (select 1 from person p where p.id = new.decided_by and 'auditor' = any (p.roles)) then
        raise exception 'erasure %: only an auditor decides', new.id
            using errcode = 'check_violation', constraint = 'erasure_two_duties', hint = 'Let an admin ask and an auditor confirm.';
    end if;
    if new.state = 'DONE' then
        if exists (select 1 from audit_event e where e.transaction_id = pg_current_xact_id() and e.aggregate_type = 'ERASURE'
                   and e.aggregate_id = new.id and e.action = 'ERASURE_ASKED') then
            raise exception 'erasure %: it cannot be asked for and confirmed in one transaction', new.id
                using errcode = 'check_violation', constraint = 'erasure_moves_legally', hint = 'Let an auditor look at it first.';
        end if;
        new.done_in := pg_current_xact_id();
    end if;
    return new;
end $$;
create trigger erasure_moves_legally before insert or update or delete on erasure for each row execute function erasure_moves_legally();
alter table erasure enable always trigger erasure_moves_legally;

-- One erased value: a column of a row, a member of its JSON, or (of_table audit_change) a value of an event.
create table erasure_item (
    erasure_id     uuid not null references erasure,
    number         int not null check (number > 0),
    of_table       text not null,
    row_key        uuid not null,
    position       int,
    path           text[] not null check (cardinality(path) between 1 and 3),
    transaction_id xid8 not null default pg_current_xact_id(),
    primary key (erasure_id, number),
    check ((of_table = 'audit_change') = (position is not null))
);
create index erasure_item_transaction on erasure_item (transaction_id);
create unique index erasure_item_once on erasure_item (row_key, position) where of_table = 'audit_change';

-- Blocks in place of a text: as many characters, so that positions in it still hold.
create function blacked_out(value text) returns text language sql immutable set search_path = public, pg_temp as $$
    select regexp_replace(value, '[^\n\r]', '█', 'g');
$$;

-- Every value that an erasure of this target may name: present rows first, then the steps of its history. What is erased already
-- is not among them.
create function erasable_values(of_type text, of_id uuid)
returns table (of_table text, row_key uuid, "position" int, path text[], part text, aggregate_type text, aggregate_id uuid,
               step bigint, field text, value text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    if of_type = 'PERSON' then
        return query select 'person', p.id, null::int, '{name}'::text[], 'NAME', 'PERSON', p.id, null::bigint, 'name', p.name
                     from person p where p.id = of_id and p.erased_at is null and p.issuer <> 'isnad';
    elsif of_type = 'CLAIM' then
        return query
            select r.of_table, r.row_key, null::int, r.path, r.part, 'CLAIM', of_id, null::bigint, r.path[cardinality(r.path)], r.value
            from (select 'claim', c.id, array[v.name], v.part, v.value from claim c
                  cross join lateral (values ('wording', 'WORDING', c.wording), ('claimant', 'CLAIMANT', c.claimant)) v(name, part, value)
                  where c.id = of_id
                  union all
                  select 'appearance', a.id, array[v.name], 'PASSAGES', v.value from appearance a
                  cross join lateral (values ('exact', a.exact), ('prefix', a.prefix), ('suffix', a.suffix)) v(name, value)
                  where a.claim_id = of_id
                  union all
                  select 'evidence', e.id, array[v.name], 'EVIDENCE', v.value from evidence e
                  cross join lateral (values ('url', e.url), ('title', e.title), ('quote', e.quote), ('note', e.note)) v(name, value)
                  where e.claim_id = of_id
                  union all
                  select 'verdict', d.id, v.path, 'VERDICT', v.value from verdict d
                  cross join lateral (select array['summary'] as path, d.summary as value union all select array['rationale'], d.rationale
                                      union all select array['waivers', w.key], w.value from jsonb_each_text(d.waivers) w) v
                  where d.claim_id = of_id
                  union all
                  select 'verdict_revision', d.id, v.path, v.part, v.value from verdict_revision d
                  cross join lateral (select array['summary'] as path, 'VERDICT' as part, d.summary as value
                                      union all select array['rationale'], 'VERDICT', d.rationale
                                      union all select array['waivers', w.key], 'VERDICT', w.value from jsonb_each_text(d.waivers) w
                                      union all select array['evidence', (p.at - 1)::text, m.name], 'EVIDENCE', p.piece ->> m.name
                                      from jsonb_array_elements(d.evidence) with ordinality p(piece, at),
                                           (values ('url'), ('title'), ('quote')) m(name)) v
                  where d.claim_id = of_id
                  union all
                  select 'approval', a.id, array['reason'], 'REASONS', a.reason from approval a where a.claim_id = of_id
                  union all
                  select 'publication', p.claim_id, array['public_note'], 'REASONS', p.public_note from publication p
                  where p.claim_id = of_id
                  union all
                  select 'publication_edition', p.id, array[v.name], v.part, v.value from publication_edition p
                  cross join lateral (values ('wording', 'WORDING', p.wording), ('claimant', 'CLAIMANT', p.claimant),
                                             ('note', 'REASONS', p.note)) v(name, part, value)
                  where p.claim_id = of_id) r(of_table, row_key, path, part, value)
            where r.value ~ '[^█[:space:]]'
            -- What an auditor confirms is told from other values by its place in this order.
            order by array_position('{claim,appearance,evidence,verdict,verdict_revision,approval,publication,publication_edition}',
                                    r.of_table), r.row_key, r.path;
    elsif of_type = 'ARTICLE' then
        return query
            select r.of_table, r.row_key, null::int, array[r.name], r.part, r.aggregate_type, r.aggregate_id, null::bigint, r.name, r.value
            from (select 'article', a.id, 'url', 'SOURCE', 'ARTICLE', of_id, a.url from article a where a.id = of_id
                  union all
                  select 'article_version', w.id, v.name, v.part, 'ARTICLE', of_id, v.value from article_version w
                  cross join lateral (values ('title', 'SOURCE', w.title), ('byline', 'SOURCE', w.byline), ('outlet', 'SOURCE', w.outlet),
                                             ('file_name', 'SOURCE', w.file_name), ('text', 'TEXT', w.text),
                                             ('original', 'TEXT', nullif(octet_length(w.original), 0)::text)) v(name, part, value)
                  where w.article_id = of_id
                  union all
                  select 'appearance', a.id, v.name, 'TEXT', 'CLAIM', a.claim_id, v.value from appearance a
                  cross join lateral (values ('exact', a.exact), ('prefix', a.prefix), ('suffix', a.suffix)) v(name, value)
                  where a.article_id = of_id) r(of_table, row_key, name, part, aggregate_type, aggregate_id, value)
            where r.value ~ '[^█[:space:]]'
            order by array_position('{article,article_version,appearance}', r.of_table), r.row_key, r.name;
    end if;
    -- Found by columns alone, and only then read as JSON: a value that is damaged elsewhere is none of this target's.
    return query
        with steps as materialized (
            select e.action, e.aggregate_type, e.aggregate_id, e.aggregate_version, c.event_id, c.position, c.field, c.payload
            from audit_event e join audit_change c on c.event_id = e.id
            where e.aggregate_type = of_type and e.aggregate_id = of_id and e.action <> 'ERASED' and c.payload is not null
              and c.field = any (case of_type
                  when 'PERSON' then '{name}'::text[]
                  when 'CLAIM' then '{wording,claimant,appearance,url,title,quote,note,summary,rationale,waivers,evidence,published,reason}'
                  else '{url,title,byline,outlet,fileName}' end)
            union all
            select e.action, e.aggregate_type, e.aggregate_id, e.aggregate_version, c.event_id, c.position, c.field, c.payload
            from (select distinct w.claim_id from appearance w where of_type = 'ARTICLE' and w.article_id = of_id) a
            join audit_event e on e.aggregate_type = 'CLAIM' and e.aggregate_id = a.claim_id and e.action <> 'ERASED'
            join audit_change c on c.event_id = e.id and c.field = 'appearance' and c.payload is not null)
        select 'audit_change', s.event_id, s.position, '{payload}'::text[],
               case when s.field in ('wording') then 'WORDING' when s.field = 'claimant' then 'CLAIMANT'
                    when s.field = 'appearance' then case of_type when 'ARTICLE' then 'TEXT' else 'PASSAGES' end
                    when s.field in ('summary', 'rationale', 'waivers', 'published') then 'VERDICT' when s.field = 'name' then 'NAME'
                    when of_type = 'ARTICLE' then 'SOURCE'
                    when s.field in ('url', 'title', 'quote', 'evidence') or s.action like 'EVIDENCE%' then 'EVIDENCE'
                    else 'REASONS' end,
               s.aggregate_type, s.aggregate_id, s.aggregate_version, s.field, convert_from(s.payload, 'UTF8')
        from steps s
        where convert_from(s.payload, 'UTF8')::jsonb::text ~ '": *("|\[ *\{|\{)'
          and (of_type <> 'ARTICLE' or s.field <> 'appearance'
               or convert_from(s.payload, 'UTF8')::jsonb #>> '{after,article}' = of_id::text)
        order by s.aggregate_type, s.aggregate_id, s.aggregate_version, s.position;
end $$;

-- A row as it is after this transaction's items of it are erased; the row itself when there is none.
create function erased_row(of_table text, of_key uuid, of_position int, present jsonb) returns jsonb
language plpgsql volatile set search_path = public, pg_temp as $$
declare
    item   record;
    result jsonb := present;
begin
    for item in select i.path from erasure_item i
                where i.transaction_id = pg_current_xact_id() and i.of_table = erased_row.of_table and i.row_key = of_key
                  and i.position is not distinct from of_position loop
        result := case
            when of_table = 'audit_change' then result || '{"salt": null, "payload": null}'
            when of_table = 'person' then result || '{"name": "█████", "roles": []}'
            when item.path = '{original}' then result || '{"original": "\\x"}'
            -- Unique in its column, so it cannot become blocks.
            when of_table = 'article' then result || '{"url": null}'
            else coalesce(jsonb_set(result, item.path, to_jsonb(blacked_out(result #>> item.path)), false), result) end;
    end loop;
    return result;
end $$;

create function erased_key(of_table text) returns text language sql immutable set search_path = public, pg_temp as $$
    select case of_table when 'audit_change' then 'event_id' when 'publication' then 'claim_id' else 'id' end;
$$;

-- An item counts only for an erasure that this very transaction confirms, as an event by whoever decides says too, and only if the
-- erasure's target has that value.
create function erasure_item_is_confirmed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    wrong record;
begin
    select a.erasure_id, a.number into wrong from added a
    where a.transaction_id <> pg_current_xact_id()
       or not exists (select 1 from erasure e join audit_event v on v.aggregate_type = 'ERASURE' and v.aggregate_id = e.id
                      where e.id = a.erasure_id and e.state = 'DONE' and e.done_in = pg_current_xact_id() and e.decided_by <> e.asked_by
                        and v.transaction_id = pg_current_xact_id() and v.action = 'ERASURE_DONE' and v.actor = e.decided_by)
    limit 1;
    if found then
        raise exception 'erasure_item % of erasure %: this transaction does not confirm that erasure', wrong.number, wrong.erasure_id
            using errcode = 'check_violation', constraint = 'erasure_item_is_confirmed',
            hint = 'An admin asks, another person confirms as auditor, at the desk.';
    end if;
    with meant as (select distinct e.id, e.target_type, e.target_id from added a join erasure e on e.id = a.erasure_id),
         allowed as materialized (select m.id, v.* from meant m cross join lateral erasable_values(m.target_type, m.target_id) v)
    select a.erasure_id, a.number into wrong from added a
    where not exists (select 1 from allowed v
                      where v.id = a.erasure_id and v.of_table = a.of_table and v.row_key = a.row_key
                        and v.position is not distinct from a.position and v.path = a.path)
    limit 1;
    if found then
        raise exception 'erasure_item % of erasure %: what it names is no value of what the erasure is about', wrong.number,
            wrong.erasure_id using errcode = 'check_violation', constraint = 'erasure_item_is_confirmed',
            hint = 'erasable_values() lists what can be named.';
    end if;
    return null;
end $$;
create trigger erasure_item_is_confirmed after insert on erasure_item referencing new table as added
    for each statement execute function erasure_item_is_confirmed();
alter table erasure_item enable always trigger erasure_item_is_confirmed;

-- At commit: what an item names is gone, and an event of its aggregate says so, for a value of an event by number and field.
create function erasure_item_is_done() returns trigger language plpgsql set search_path = public, pg_temp set bytea_output = 'hex' as $$
declare
    present jsonb;
begin
    execute format('select to_jsonb(x) from %I x where x.%I = $1 %s', new.of_table, erased_key(new.of_table),
                   case when new.of_table = 'audit_change' then 'and x.position = $2' else '' end)
        into present using new.row_key, new.position;
    if present is null or present <> erased_row(new.of_table, new.row_key, new.position, present) then
        raise exception 'erasure_item % of erasure %: what it names is still there', new.number, new.erasure_id
            using errcode = 'check_violation', constraint = 'erasure_item_is_done', hint = 'erase() carries the erasure out.';
    end if;
    if new.of_table = 'audit_change' and not exists (
            select 1 from audit_event e join audit_change c on c.event_id = e.id and c.position = new.position
            join audit_event t on t.aggregate_type = e.aggregate_type and t.aggregate_id = e.aggregate_id
            where e.id = new.row_key and t.transaction_id = pg_current_xact_id() and t.action = 'ERASED'
              and t.part = 'event/' || e.aggregate_version
              and audit_said(t.canonical) -> 'changes' @> jsonb_build_array(jsonb_build_object('field', c.field))) then
        raise exception 'erasure_item % of erasure %: no event tells that this value was erased', new.number, new.erasure_id
            using errcode = 'check_violation', constraint = 'erasure_item_is_done',
            hint = 'One event ERASED with the part event/VERSION names the fields of each erased event.';
    end if;
    return null;
end $$;
create constraint trigger erasure_item_is_done after insert on erasure_item deferrable initially deferred
    for each row execute function erasure_item_is_done();
alter table erasure_item enable always trigger erasure_item_is_done;

-- A name goes only through an erasure, and never comes back.
create function person_stays_erased() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' and new.erased_at is not null
       or tg_op = 'UPDATE' and new.erased_at is distinct from old.erased_at
          and (old.erased_at is not null or not exists (select 1 from erasure_item i where i.transaction_id = pg_current_xact_id()
                                                        and i.of_table = 'person' and i.row_key = new.id)) then
        raise exception 'person %: only a confirmed erasure says that a name was erased, and once', new.id
            using errcode = 'check_violation', constraint = 'person_stays_erased', hint = 'Ask for an erasure at the desk.';
    end if;
    return new;
end $$;
create trigger person_stays_erased before insert or update on person for each row execute function person_stays_erased();
alter table person enable always trigger person_stays_erased;

-- As audit_refuses(), but lets the updates of an erasure through to the row's own trigger.
create function audit_refuses_unless_erased() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and exists (select 1 from erasure_item i where i.transaction_id = pg_current_xact_id()
                                    and i.of_table = tg_table_name) then
        return null;
    end if;
    raise exception '% on % is refused: %', tg_op, tg_table_name, tg_argv[0]
        using errcode = 'check_violation', constraint = tg_argv[1], table = tg_table_name,
        hint = 'Add a new row that corrects the earlier one, through the application.';
end $$;

create function erased_only() returns trigger language plpgsql set search_path = public, pg_temp set bytea_output = 'hex' as $$
declare
    before      jsonb := to_jsonb(old);
    of_key      uuid := before ->> erased_key(tg_table_name);
    of_position int := case when tg_table_name = 'audit_change' then (before ->> 'position')::int end;
begin
    if not exists (select 1 from erasure_item i where i.transaction_id = pg_current_xact_id() and i.of_table = tg_table_name
                   and i.row_key = of_key and i.position is not distinct from of_position)
       or to_jsonb(new) is distinct from erased_row(tg_table_name, of_key, of_position, before) then
        raise exception 'UPDATE on % is refused: rows of this table never change, except for the values that a confirmed erasure names',
            tg_table_name using errcode = 'check_violation', constraint = 'never_changes', table = tg_table_name,
            hint = 'erase() carries an erasure out.';
    end if;
    return new;
end $$;

-- From now on rows of the table are only added, except that a confirmed erasure takes values out of them.
create function never_changes_but_erased(table_name text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
    execute format('drop trigger if exists never_changes on %I', table_name);
    execute format('create trigger never_changes before update or delete or truncate on %I
                    for each statement execute function audit_refuses_unless_erased(%L, %L)',
                   table_name, 'rows of this table never change', 'never_changes');
    execute format('alter table %I enable always trigger never_changes', table_name);
    execute format('create trigger erased_only before update on %I for each row execute function erased_only()', table_name);
    execute format('alter table %I enable always trigger erased_only', table_name);
end $$;

-- Takes out of the rows what this transaction's items name. With the rights of the owner: nobody else may change those rows.
-- Returns how many rows it changed. Answers kept to be repeated lose their content, whatever it is.
create function erase(of_erasure uuid) returns int language plpgsql security definer set search_path = public, pg_temp
set bytea_output = 'hex' as $$
declare
    one     record;
    present jsonb;
    changes text;
    place   text;
    changed int := 0;
begin
    for one in select i.of_table, i.row_key, i.position, array_agg(distinct i.path[1]) as columns from erasure_item i
               where i.erasure_id = of_erasure and i.transaction_id = pg_current_xact_id() group by 1, 2, 3 order by 1, 2, 3 loop
        place := format('where x.%I = $1 %s', erased_key(one.of_table),
                        case when one.of_table = 'audit_change' then 'and x.position = $2' else 'and $2 is null' end);
        execute format('select to_jsonb(x) from %I x %s', one.of_table, place) into present using one.row_key, one.position;
        select string_agg(format('%1$I = (jsonb_populate_record(x, $3)).%1$I', c), ', ') into changes
        from unnest(case one.of_table when 'audit_change' then '{salt,payload}'::text[] when 'person' then '{name,roles}'
                    else one.columns end) c;
        execute format('update %I x set %s %s %s', one.of_table, changes,
                       case when one.of_table = 'person' then ', erased_at = statement_timestamp()' else '' end
                       || case when present ? 'version' then ', version = x.version + 1' else '' end, place)
            using one.row_key, one.position, erased_row(one.of_table, one.row_key, one.position, present);
        changed := changed + 1;
    end loop;
    if changed = 0 then
        raise exception 'erasure %: this transaction names nothing to erase', of_erasure
            using errcode = 'check_violation', constraint = 'erasure_item_is_confirmed', hint = 'Insert its items first.';
    end if;
    update kept_answer set body = null where body is not null;
    return changed;
end $$;

select never_changes_but_erased('audit_change');
select never_changes_but_erased('article_version');
select never_changes_but_erased('appearance');
select never_changes_but_erased('verdict_revision');
select never_changes_but_erased('approval');
select never_changes_but_erased('publication_edition');
select never_changes('erasure_item');
select audit_guard('erasure', 'ERASURE', 'id');
select audit_guard('erasure_item', 'ERASURE', 'erasure_id');
select audit_rows_build();
