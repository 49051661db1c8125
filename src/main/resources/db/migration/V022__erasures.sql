-- Erasures that reach what imports keep of a claim, and of an article's address in an import's name; that do not cross with what comes
-- in at the same moment; and after which nothing that is fetched where the article lay is kept.

-- An import of addresses was called by its first one, which mostly says what the article is about.
update intake_job set name = coalesce(address_host(name), '–') where kind = 'ADDRESSES';

-- Where articles lay of which something was erased before there was this list.
insert into erased_address (mark, article_id)
select distinct on (mark) address_mark(u.url) as mark, u.id
from erasure e
cross join lateral (select a.id, a.url from article a where a.id = e.target_id
                    union all select s.article_id, s.url from sighting s where s.article_id = e.target_id
                    union all select c.article_id, unnest(array[c.requested, c.final_url]) from capture c
                              where c.article_id = e.target_id) u(id, url)
where e.target_type = 'ARTICLE' and e.state = 'DONE' and u.url ~ '[^█[:space:]]'
order by mark, u.id
on conflict do nothing;
-- What was fetched there since.
delete from fetch_attempt f using erased_address e where e.mark in (address_mark(f.requested), address_mark(f.final_url));

-- As before, and besides: of a claim, what rows of imports say that became it, and what Meedan Check said of those that became an article
-- in which it stands; of an article, the names of imports that are one of its addresses. Whoever keeps what was fetched, or changes an
-- import with its rows, has to wait: the table, then the list, then the rows are locked, in the order in which they are everywhere.
create or replace function erase(of_erasure uuid) returns int language plpgsql security definer set search_path = public, pg_temp
set bytea_output = 'hex' as $$
declare
    of_article uuid := (select e.target_id from erasure e where e.id = of_erasure and e.target_type = 'ARTICLE');
    of_claim   uuid := (select e.target_id from erasure e where e.id = of_erasure and e.target_type = 'CLAIM');
    forgotten  constant text := 'What was fetched was forgotten.';
    addresses  text[];
    gone       uuid[];
    copies     uuid[];
begin
    if of_claim is not null then
        update intake_item i set input = '{}', original = null, detail = null, parameters = null where i.claim_id = of_claim;
        update intake_item i set input = i.input - '{claim,tags,source}'::text[]
        where i.article_id in (select a.article_id from appearance a where a.claim_id = of_claim);
    end if;
    if of_article is not null then
        lock table fetch_attempt in share row exclusive mode;
        select array_agg(distinct address_key(u.url)) into addresses
        from (select a.url from article a where a.id = of_article
              union all select s.url from sighting s where s.article_id = of_article
              union all select c.requested from capture c where c.article_id = of_article
              union all select c.final_url from capture c where c.article_id = of_article) u where u.url ~ '[^█[:space:]]';
        insert into erased_address (mark, article_id)
        select sha256(convert_to(k, 'UTF8')), of_article from unnest(addresses) k on conflict do nothing;
        select array_agg(f.id), array_agg(f.id) filter (where f.same or f.agreeing >= 36) into gone, copies
        from (select a.id, address_key(a.requested) = any (addresses) or address_key(a.final_url) = any (addresses)
                     or a.sha256 in (select w.sha256 from article_version w where w.article_id = of_article) as same,
                     (select max(minhash_agrees(p.minhash, t.minhash)) from fetch_fingerprint p
                      join text_fingerprint t on t.algorithm = p.algorithm
                      where p.attempt_id = a.id and t.article_id = of_article and t.shingles > 0) as agreeing
              from fetch_attempt a) f
        where f.same or f.agreeing >= 24;
        update intake_job j set name = '–' where address_key(j.name) = any (addresses);
        update intake_item i set input = '{}', original = null, parameters = null, capture_id = null, state = 'FAILED',
               reason = 'fetch-forgotten', detail = forgotten
        where i.state in ('READY', 'DISMISSED') and i.capture_id = any (copies);
        update intake_item i set parameters = null, capture_id = null, state = 'FAILED', reason = 'fetch-forgotten', detail = forgotten
        where i.state in ('READY', 'DISMISSED') and i.capture_id = any (gone);
        -- Whoever works on such a row has read it already: with the row, the transaction is lost that would keep it.
        update intake_item i set input = '{}', original = null, parameters = null, state = 'FAILED', reason = 'fetch-forgotten',
               detail = forgotten, lease_until = null
        where i.state = 'RUNNING' and address_key(i.input ->> 'url') = any (addresses);
        update intake_item i set input = '{}', original = null, detail = null, parameters = null
        where address_key(i.input ->> 'url') = any (addresses);
        update intake_item i set parameters = null where i.article_id = of_article;
        delete from fetch_attempt f where f.id = any (gone);
    end if;
    return erase_before_copies(of_erasure);
end $$;
