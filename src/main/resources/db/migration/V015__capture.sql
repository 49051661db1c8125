-- Where a frozen text came from, when it was fetched from an address. A capture belongs to the version that it gave its text, or
-- whose text it found again.

-- What was fetched and waits for a person to confirm what it says; also what could not be fetched, with the reason. Work, not the
-- desk's state, so without audit guard: what is confirmed becomes a capture, and the row is forgotten after a while.
create table fetch_attempt (
    id         uuid primary key,
    asked_by   uuid not null,
    requested  text not null check (char_length(requested) between 1 and 4000),
    final_url  text check (char_length(final_url) <= 4000),
    -- Each redirect: {"url", "status", "connected"}; each header: {"name", "value"}.
    redirects  jsonb not null check (jsonb_typeof(redirects) = 'array'),
    connected  text check (char_length(connected) <= 100),
    status     int check (status between 0 and 999),
    headers    jsonb not null check (jsonb_typeof(headers) = 'array'),
    media_type text check (char_length(media_type) <= 200),
    charset    text check (char_length(charset) <= 100),
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    -- The body without transfer and content coding; the WARC file (ISO 28500) has it as it came, with all that led to it.
    document   bytea,
    sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
    warc       bytea,
    failure    text check (failure ~ '^[A-Z_]{1,60}$'),
    detail     text check (char_length(detail) <= 2000),
    expires_at timestamptz not null,
    check ((failure is null) = (document is not null) and (document is null) = (sha256 is null)
           and (failure is not null or warc is not null))
);
alter table fetch_attempt alter column warc set storage external;
alter table fetch_attempt alter column document set storage external;
create index fetch_attempt_expires on fetch_attempt (expires_at);

create table capture (
    id                 uuid primary key,
    -- Of fetch_attempt, whose rows are forgotten. What was fetched once is captured once.
    attempt_id         uuid not null unique,
    article_id         uuid not null references article,
    article_version_id uuid not null references article_version,
    requested          text not null check (char_length(requested) between 1 and 4000),
    final_url          text not null check (char_length(final_url) <= 4000),
    redirects          jsonb not null check (jsonb_typeof(redirects) = 'array'),
    connected          text not null check (char_length(connected) between 1 and 100),
    status             int not null check (status between 200 and 299),
    media_type         text check (char_length(media_type) <= 200),
    started_at         timestamptz not null,
    ended_at           timestamptz not null,
    sha256             text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    warc               bytea not null,
    extractor          text not null check (char_length(extractor) between 1 and 100),
    captured_by        uuid not null references person
);
alter table capture alter column warc set storage external;
create index capture_version on capture (article_version_id, id);
create index capture_article on capture (article_id, id);

select audit_guard('capture', 'ARTICLE', 'article_id');
select never_changes_but_erased('capture');

-- What a machine decided it is not, stays away from triage; a person can take that back.
create table dismissed_suggestion (
    article_version_id uuid not null references article_version,
    article_id         uuid not null references article,
    start_at           int not null check (start_at >= 0),
    end_at             int not null check (end_at > start_at),
    dismissed_by       uuid not null references person,
    dismissed_at       timestamptz not null,
    primary key (article_version_id, start_at, end_at)
);
select audit_guard('dismissed_suggestion', 'ARTICLE', 'article_id');
select audit_rows_build();

-- An erasure of an article's address or text reaches what was captured of it.
create or replace function erased_row(of_table text, of_key uuid, of_position int, present jsonb) returns jsonb
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
            when item.path in ('{original}', '{warc}') then result || jsonb_build_object(item.path[1], '\x')
            -- Unique in its column, so it cannot become blocks.
            when of_table in ('article', 'sighting') then result || '{"url": null}'
            else coalesce(jsonb_set(result, item.path, to_jsonb(blacked_out(result #>> item.path)), false), result) end;
    end loop;
    return result;
end $$;

alter function erasable_values(text, uuid) rename to erasable_values_before_captures;
create function erasable_values(of_type text, of_id uuid)
returns table (of_table text, row_key uuid, "position" int, path text[], part text, aggregate_type text, aggregate_id uuid,
               step bigint, field text, value text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query select * from erasable_values_before_captures(of_type, of_id);
    if of_type = 'ARTICLE' then
        return query
            select 'capture', c.id, null::int, v.path, v.part, 'ARTICLE', of_id, null::bigint, v.path[1], v.value
            from capture c
            cross join lateral (select array['requested'] as path, 'SOURCE' as part, c.requested as value
                                union all select array['final_url'], 'SOURCE', c.final_url
                                union all select array['redirects', (r.at - 1)::text, 'url'], 'SOURCE', r.one ->> 'url'
                                from jsonb_array_elements(c.redirects) with ordinality r(one, at)
                                union all select array['warc'], 'TEXT', nullif(octet_length(c.warc), 0)::text) v
            where c.article_id = of_id and v.value ~ '[^█[:space:]]'
            order by c.id, v.path;
        return query
            select 'audit_change', c.event_id, c.position, '{payload}'::text[], 'SOURCE', e.aggregate_type, e.aggregate_id,
                   e.aggregate_version, c.field, convert_from(c.payload, 'UTF8')
            from audit_event e join audit_change c on c.event_id = e.id
            where e.aggregate_type = 'ARTICLE' and e.aggregate_id = of_id and e.action <> 'ERASED' and c.field = 'fetchedFrom'
              and c.payload is not null
            order by e.aggregate_version, c.position;
    end if;
end $$;

-- What was fetched and not confirmed, or is left over from a capture, goes too.
alter function erase(uuid) rename to erase_rows;
create function erase(of_erasure uuid) returns int language plpgsql security definer set search_path = public, pg_temp
set bytea_output = 'hex' as $$
begin
    delete from fetch_attempt f using erasure e, article_version w
    where e.id = of_erasure and e.target_type = 'ARTICLE' and w.article_id = e.target_id
      and (f.sha256 = w.sha256 or f.requested in (select c.requested from capture c where c.article_id = w.article_id));
    return erase_rows(of_erasure);
end $$;
