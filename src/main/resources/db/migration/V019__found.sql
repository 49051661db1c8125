-- Where the document says what is kept of it: of title, byline, outlet, publishedOn and language the place and the words. What is not there was
-- given by whoever brought it. Null for versions kept before this.
alter table article_version add column found jsonb check (jsonb_typeof(found) = 'object');

-- The language of an appearance's own words: a text may quote another. Null for those marked before this, which have their article's.
alter table appearance add column language text check (language ~ '^[a-z]{2,3}$');

alter function erasable_values(text, uuid) rename to erasable_values_before_found;
create function erasable_values(of_type text, of_id uuid)
returns table (of_table text, row_key uuid, "position" int, path text[], part text, aggregate_type text, aggregate_id uuid,
               step bigint, field text, value text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query select * from erasable_values_before_found(of_type, of_id);
    if of_type = 'ARTICLE' then
        return query
            select 'article_version', w.id, null::int, array['found', f.key, 'words'], 'SOURCE', 'ARTICLE', of_id, null::bigint, 'found',
                   f.value ->> 'words'
            from article_version w cross join lateral jsonb_each(w.found) f
            where w.article_id = of_id and jsonb_typeof(f.value) = 'object' and f.value ->> 'words' ~ '[^█[:space:]]'
            order by w.id, f.key;
    end if;
end $$;
