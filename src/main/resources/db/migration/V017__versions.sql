-- An article captured again: a later version, the words of claims found again in it or lost, and texts that are nearly the same.

-- A page can go back to what it said before: the same bytes are a later version then. No second article begins with them.
alter table article_version drop constraint article_version_sha256_key;
create index article_version_sha256 on article_version (sha256);
create unique index article_begins_once on article_version (sha256) where number = 1;

-- An appearance in a later version that was found from one in an earlier: which one, and how much of its words still stood there.
alter table appearance add column anchored_from uuid references appearance;
alter table appearance add column similarity numeric(4, 3) check (similarity between 0 and 1);
alter table appearance add check ((anchored_from is null) = (similarity is null));

-- An appearance whose words could not be found in the later version: a person marks them there, or says that they are gone.
create table lost_appearance (
    appearance_id      uuid not null references appearance,
    claim_id           uuid not null references claim,
    article_id         uuid not null references article,
    article_version_id uuid not null references article_version,
    lost_at            timestamptz not null,
    settled            text check (settled in ('MARKED', 'GONE', 'CARRIED')),
    settled_by         uuid references person,
    settled_at         timestamptz,
    primary key (appearance_id, article_version_id),
    check ((settled is null) = (settled_by is null) and (settled is null) = (settled_at is null))
);
create index lost_appearance_open on lost_appearance (appearance_id, article_version_id) where settled is null;
create index lost_appearance_claim on lost_appearance (claim_id) where settled is null;
select audit_guard('lost_appearance', 'CLAIM', 'claim_id');

-- What of an address tells documents apart: not the scheme, not the host's name for small screens, nor the quick version for them.
create function address_key(url text) returns text language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(url, '^https?://(?:(?:www|m|mobile|amp)\.)*', ''),
                '([?&])(?:amp(?:=(?:1|true))?|outputType=amp)(?:&|$)', '\1'),
            '/amp/?(\?|$)', '/\1'),
        '[?&/]+$', '');
$$;
create index article_address on article (address_key(url));

-- Where the text of an article was seen too.
create table sighting (
    id         uuid primary key,
    article_id uuid not null references article,
    -- Null once it was erased.
    url        text unique check (char_length(url) between 1 and 4000),
    seen_by    uuid not null references person,
    seen_at    timestamptz not null
);
create index sighting_article on sighting (article_id, id);
create index sighting_address on sighting (address_key(url));
select audit_guard('sighting', 'ARTICLE', 'article_id');
select audit_rows_build();

-- By what a text is found that is nearly the same: MinHash values and the bands of them that must agree (org.isnad.article.similarity).
-- An index over the texts, not part of the desk's state; what was erased is not found any more.
create table text_fingerprint (
    article_version_id uuid primary key references article_version,
    article_id         uuid not null references article,
    algorithm          int not null,
    shingles           int not null check (shingles >= 0),
    minhash            int[] not null,
    bands              bigint[] not null
);
create index text_fingerprint_bands on text_fingerprint using gin (bands);

create function text_fingerprint_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from text_fingerprint f where f.article_version_id = new.id;
    return null;
end $$;
create trigger text_fingerprint_follows after update of text on article_version for each row
    when (old.text is distinct from new.text) execute function text_fingerprint_follows();

alter function erasable_values(text, uuid) rename to erasable_values_before_sightings;
create function erasable_values(of_type text, of_id uuid)
returns table (of_table text, row_key uuid, "position" int, path text[], part text, aggregate_type text, aggregate_id uuid,
               step bigint, field text, value text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query select * from erasable_values_before_sightings(of_type, of_id);
    if of_type = 'ARTICLE' then
        return query
            select 'sighting', s.id, null::int, '{url}'::text[], 'SOURCE', 'ARTICLE', of_id, null::bigint, 'url', s.url
            from sighting s where s.article_id = of_id and s.url ~ '[^█[:space:]]' order by s.id;
    end if;
end $$;

-- What was fetched of an erased article, and what lists and feeds tell of it, goes too. Before the rows themselves, by whose addresses it
-- is found.
create or replace function erase(of_erasure uuid) returns int language plpgsql security definer set search_path = public, pg_temp
set bytea_output = 'hex' as $$
declare
    of_article uuid := (select e.target_id from erasure e where e.id = of_erasure and e.target_type = 'ARTICLE');
    addresses  text[];
begin
    if of_article is not null then
        select array_agg(distinct address_key(u.url)) into addresses
        from (select a.url from article a where a.id = of_article
              union all select s.url from sighting s where s.article_id = of_article
              union all select c.requested from capture c where c.article_id = of_article
              union all select c.final_url from capture c where c.article_id = of_article) u where u.url is not null;
        delete from fetch_attempt f
        where f.sha256 in (select w.sha256 from article_version w where w.article_id = of_article)
           or address_key(f.requested) = any (addresses) or address_key(f.final_url) = any (addresses);
        delete from feed_entry f where address_key(f.address) = any (addresses);
        update intake_item i set input = '{}', original = null, detail = null where i.article_id = of_article;
    end if;
    return erase_rows(of_erasure);
end $$;
