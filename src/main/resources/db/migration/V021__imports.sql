-- Imports whose rows say why in the reader's language and are done when a person decided about them, feeds that are asked whether anything
-- changed, and erasures that reach what was fetched of an article's copies.

-- What the sentence of `reason` mentions, name=value in each line; `detail` is the sentence in English.
alter table intake_item add column parameters text check (char_length(parameters) <= 2000);
alter table intake_item drop constraint intake_item_state_check;
-- DISMISSED: a person looked at what was captured and does not want it.
alter table intake_item add constraint intake_item_state_check
    check (state in ('CHECKED', 'WAITING', 'RUNNING', 'READY', 'DISMISSED', 'NEW', 'KNOWN', 'FAILED', 'CANCELLED'));
create index intake_item_ready on intake_item (capture_id) where state in ('READY', 'DISMISSED');

alter table intake_job drop constraint intake_job_kind_check;
alter table intake_job add constraint intake_job_kind_check
    check (kind in ('ADDRESSES', 'BATCH', 'CSV', 'JSON', 'CHECK', 'FEED', 'ZIP'));

-- What the server said of the feed as it was last read, to be asked whether that still holds (RFC 9110, 8.8).
alter table feed_look add column etag text check (char_length(etag) <= 1000);
alter table feed_look add column last_modified text check (char_length(last_modified) <= 100);
-- Why the last look failed: a stable code, and the status that the server answered, if that was it. How many failed since one did not.
alter table feed_look add column reason text check (char_length(reason) <= 100);
alter table feed_look add column status int check (status between 0 and 999);
alter table feed_look add column failures int not null default 0 check (failures >= 0);
-- Before there were codes, the sentence was all that was said.
update feed_look set reason = 'broken', failures = 1 where error is not null;
alter table feed_look add check ((error is null) = (reason is null));

-- It is looked at band by band, and each look would read the list of what is not yet in the index.
alter index text_fingerprint_bands set (fastupdate = off);
select gin_clean_pending_list('text_fingerprint_bands');

-- By what it is found that a document which was fetched and not saved says nearly what an article does. Goes with the attempt.
create table fetch_fingerprint (
    attempt_id uuid primary key references fetch_attempt on delete cascade,
    algorithm  int not null,
    minhash    int[] not null
);

-- In how many values two of them agree, of 120 (org.isnad.article.similarity.Fingerprint).
create function minhash_agrees(one int[], other int[]) returns int language sql immutable strict parallel safe
set search_path = public, pg_temp as $$
    select count(*)::int from unnest(one, other) v(a, b) where v.a = v.b;
$$;

-- Where an article lay of which something was erased: what lies there is not taken in, nor is the address written down again. Only the
-- SHA-256 of it is kept, from which it cannot be read.
create table erased_address (
    mark       bytea primary key check (octet_length(mark) = 32),
    article_id uuid not null references article
);
select never_changes('erased_address');

create function address_mark(url text) returns bytea language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select sha256(convert_to(address_key(url), 'UTF8'));
$$;

-- An erasure reaches what was fetched of the article's copies, at whatever address, and rows of imports that name the article's addresses
-- or wait with one of these documents: taken up again, they would bring back what was erased. Three tenths make a copy; two suffice for
-- what is only kept for some days, which is rather fetched once more: a row that waits with it stays as it was sent, and can be tried
-- again. Before the rest, by whose fingerprints and addresses these are found.
alter function erase(uuid) rename to erase_before_copies;
create function erase(of_erasure uuid) returns int language plpgsql security definer set search_path = public, pg_temp
set bytea_output = 'hex' as $$
declare
    of_article uuid := (select e.target_id from erasure e where e.id = of_erasure and e.target_type = 'ARTICLE');
    forgotten  constant text := 'What was fetched was forgotten.';
    addresses  text[];
    gone       uuid[];
    copies     uuid[];
begin
    if of_article is not null then
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
