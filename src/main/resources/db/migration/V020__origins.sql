-- Outlets and authors as records. What an article says of itself stays in its versions for ever; a record gathers the names that mean
-- the same, so that records can be renamed, merged and parted while no article changes.
create table origin (
    id          uuid primary key,
    kind        text not null check (kind in ('OUTLET', 'AUTHOR')),
    -- How the desk calls it, which an editor may choose freely.
    name        text not null check (char_length(name) between 1 and 300),
    -- Where its names went; whoever asks for it is led there.
    merged_into uuid references origin check (merged_into <> id),
    version     bigint not null default 0,
    unique (id, kind)
);
create index origin_list on origin (kind, name_key(name), id) where merged_into is null;
create index origin_merged on origin (merged_into) where merged_into is not null;

-- A name as the first article gave it. Articles that write it another way mean it too, as far as name_key() makes no difference.
create table origin_name (
    id        uuid primary key,
    kind      text not null,
    name      text not null check (char_length(name) between 1 and 300),
    -- The record that it leads to, and the one that came into being with it, to which it can go back.
    origin_id uuid not null,
    first_id  uuid not null,
    foreign key (origin_id, kind) references origin (id, kind),
    foreign key (first_id, kind) references origin (id, kind)
);
-- An erased name is no key any more: two that are erased may be of one length.
create unique index origin_name_known on origin_name (kind, name_key(name)) where name ~ '[^█[:space:]]';
create index origin_name_origin on origin_name (origin_id);
create index origin_name_first on origin_name (first_id);

-- Which names a version of an article states, in its order.
create table article_origin (
    article_version_id uuid not null references article_version,
    name_id            uuid not null references origin_name,
    article_id         uuid not null references article,
    position           int not null check (position > 0),
    primary key (article_version_id, name_id)
);
create index article_origin_name on article_origin (name_id, article_id);
create index article_origin_article on article_origin (article_id);

-- The host in an address, by which articles of one outlet are often found.
create function address_host(url text) returns text language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select lower(substring(url from '^[a-zA-Z]+://(?:[wW][wW][wW][.])?([^/:?#]+)'));
$$;
create index article_host on article (address_host(url), id) where url is not null;

select audit_guard('origin', 'ORIGIN', 'id');
select audit_guard('origin_name', 'ORIGIN', 'origin_id');
select audit_guard('article_origin', 'ARTICLE', 'article_id');
select never_changes('article_origin');
select audit_rows_build();

create index audit_event_origin on audit_event (part) where aggregate_type = 'ORIGIN' and part is not null;

drop index article_version_outlet;
drop index article_version_author;

-- These records and those that they were ever merged with or parted from, step by step: a name may have led to each of them.
create function origins_told(ids uuid[]) returns setof uuid language sql stable set search_path = public, pg_temp as $$
    with recursive way as (
        select unnest(ids) as id
        union
        select e.aggregate_id from way w join audit_event e on e.aggregate_type = 'ORIGIN' and e.part = 'origin/' || w.id)
    select id from way;
$$;

-- A name that only this article states goes with it: out of the list of names, out of what the record is called, and out of the record's
-- history. Where nothing is left of a record's names, whatever else it was called goes too.
alter function erasable_values(text, uuid) rename to erasable_values_before_origins;
create function erasable_values(of_type text, of_id uuid)
returns table (of_table text, row_key uuid, "position" int, path text[], part text, aggregate_type text, aggregate_id uuid,
               step bigint, field text, value text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
    own     uuid[];
    keys    text[];
    meant   uuid[];
    whole   uuid[];
    telling uuid[];
begin
    return query select * from erasable_values_before_origins(of_type, of_id);
    if of_type <> 'ARTICLE' then
        return;
    end if;
    select array_agg(distinct n.id), array_agg(distinct name_key(n.name)) filter (where n.name ~ '[^█[:space:]]'),
           array_agg(distinct r.id)
    into own, keys, meant
    from article_origin s join origin_name n on n.id = s.name_id
    cross join lateral (values (n.origin_id), (n.first_id)) r(id)
    where s.article_id = of_id
      and not exists (select 1 from article_origin t join article_version w on w.id = t.article_version_id
                      where t.name_id = n.id and t.article_id <> of_id
                        and case n.kind when 'OUTLET' then w.outlet else w.byline end ~ '[^█[:space:]]');
    select array_agg(m) into whole from unnest(meant) m
    where not exists (select 1 from origin_name n where n.origin_id = m and not n.id = any (own) and n.name ~ '[^█[:space:]]');
    select array_agg(t) into telling from origins_told(meant) t;
    return query
        select 'origin_name', n.id, null::int, '{name}'::text[], 'SOURCE', 'ORIGIN', n.origin_id, null::bigint, 'name', n.name
        from origin_name n where n.id = any (own) and n.name ~ '[^█[:space:]]' order by n.id;
    return query
        select 'origin', o.id, null::int, '{name}'::text[], 'SOURCE', 'ORIGIN', o.id, null::bigint, 'name', o.name
        from origin o where o.id = any (telling) and o.name ~ '[^█[:space:]]'
          and (o.id = any (whole) or exists (select 1 from unnest(keys) k where position(k in name_key(o.name)) > 0))
          -- Not what another article states in full.
          and not exists (select 1 from origin_name n where n.kind = o.kind and name_key(n.name) = name_key(o.name)
                          and n.name ~ '[^█[:space:]]' and not n.id = any (own))
        order by o.id;
    -- Found by columns alone, and only then read as JSON: a value that is damaged elsewhere is none of this target's.
    return query
        with steps as materialized (
            select e.aggregate_id, e.aggregate_version, c.event_id, c.position, c.field, c.payload
            from audit_event e join audit_change c on c.event_id = e.id
            where e.aggregate_type = 'ORIGIN' and e.aggregate_id = any (telling) and e.action <> 'ERASED' and c.payload is not null
              and c.field in ('name', 'otherName', 'reason'))
        select 'audit_change', s.event_id, s.position, '{payload}'::text[], 'SOURCE', 'ORIGIN', s.aggregate_id, s.aggregate_version,
               s.field, convert_from(s.payload, 'UTF8')
        from steps s
        where s.aggregate_id = any (whole)
           or exists (select 1 from jsonb_each_text(convert_from(s.payload, 'UTF8')::jsonb) v cross join unnest(keys) k
                      where position(k in name_key(v.value)) > 0)
        order by s.aggregate_id, s.aggregate_version, s.position;
end $$;
