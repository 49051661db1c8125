-- Outlets and authors have a page each, found by their name as articles give it: case, vowel marks, tatweel, the forms of alef, ya and ta
-- marbuta, and white space make no difference.
create function name_key(name text) returns text language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select btrim(regexp_replace(
        translate(regexp_replace(lower(name), '[\u0640\u064B-\u065F\u0670]', '', 'g'), 'أإآٱىیة', 'ااااييه'),
        '[[:space:]\u00A0]+', ' ', 'g'));
$$;
create index article_version_outlet on article_version (name_key(outlet), article_id) where outlet is not null;
create index article_version_author on article_version (name_key(byline), article_id) where byline is not null;
