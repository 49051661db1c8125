package org.isnad.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchedDocument;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** The articles at the desk. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<Article, UUID> {
    private static final String ERASED = """
            select exists (select 1 from erasure where target_type = 'ARTICLE' and target_id = :id and state = 'DONE')
            """;
    private static final String SAME_ADDRESS = """
            select coalesce(address_key(cast(:own as text)) in (address_key(:requested), address_key(:final)), false)
            """;
    static final String KNOWN = """
            select a.id, coalesce(address_key(a.url) = address_key(cast(:url as text)), false) as same_address
            from (select article_id, 1 as rank from article_version where sha256 = :sha256
                  union all
                  select id, 2 from article where address_key(url) = address_key(cast(:url as text))
                  union all
                  select article_id, 3 from sighting where address_key(url) = address_key(cast(:url as text))
                  union all
                  select article_id, 4 from erased_address where mark = address_mark(cast(:url as text))) found
            join article a on a.id = found.article_id
            order by found.rank, a.id limit 1
            """;
    static final String KNOWN_OF_MANY = """
            select k.n, coalesce(v.article_id, a.id, s.article_id, e.article_id) as id
            from unnest(cast(:sha256 as text[]), cast(:url as text[])) with ordinality k(sha256, url, n)
            left join lateral (select article_id from article_version where sha256 = k.sha256 limit 1) v on true
            left join lateral (select id from article where address_key(url) = address_key(k.url)
                               order by id limit 1) a on true
            left join lateral (select article_id from sighting where address_key(url) = address_key(k.url)
                               order by article_id limit 1) s on true
            left join erased_address e on e.mark = address_mark(k.url)
            where coalesce(v.article_id, a.id, s.article_id, e.article_id) is not null
            """;
    private static final Supplier<Problem.Invalid> NOT_A_CURSOR = () -> new Problem.Invalid("after", "not-a-cursor");

    private final Captures captures;
    private final ErasedAddresses erased;
    private final Readings readings;

    Articles(Captures captures, ErasedAddresses erased, Readings readings) {
        this.captures = captures;
        this.erased = erased;
        this.readings = readings;
    }

    public Optional<Article> find(ArticleId id) {
        return findByIdOptional(id.value());
    }

    public Optional<ArticleVersion> version(ArticleVersionId id) {
        return Optional.ofNullable(getEntityManager().find(ArticleVersion.class, id.value()));
    }

    /** The version to take words from: what it says stays as it is until the transaction ends. */
    public Optional<ArticleVersion> toQuote(ArticleVersionId id) {
        // Waits for an erasure or a re-capture, which lock the article for themselves: what an erasure takes away must not be read before
        // and copied after, and a claim that is pinned meanwhile must not be missed when words are looked for in a new version.
        session().createNativeQuery("select a.id from article a join article_version v on v.article_id = a.id "
                + "where v.id = :version for share of a", UUID.class).setParameter("version", id.value()).list();
        return version(id);
    }

    /**
     * A piece of the list, newest first; one statement, and what records an auditor's look.
     *
     * @param state
     *            only articles in this state; null for all
     * @param after
     *            cursor of the piece before; null for the beginning
     */
    public Page<ArticleCard> page(@Nullable ArticleState state, @Nullable String after, int size, Actor reader) {
        Optional<UUID> last = Cursor.parts(after, 1).map(key -> Ids.parse(key.get(0)).orElseThrow(NOT_A_CURSOR));
        String condition = (state == null ? "" : " and a.state = :state")
                + (last.isEmpty() ? "" : " and a.id < :last");
        var query = session().createQuery("""
                select new org.isnad.article.ArticleCard(a.id, v.id, a.state, a.url, v.title, v.byline, v.outlet,
                        v.publishedOn, v.language, p.id, p.name, a.receivedAt)
                from Article a join ArticleVersion v on v.id = a.latestVersion join Person p on p.id = a.receivedBy
                where true%s order by a.id desc""".formatted(condition), ArticleCard.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        last.ifPresent(id -> query.setParameter("last", id));
        Page<ArticleCard> page = Page.of(query.setMaxResults(size + 1).getResultList(), size,
                card -> Cursor.of(card.id()));
        readings.list("articles", page.items().stream().map(ArticleCard::id).toList(), reader);
        return page;
    }

    /** The article with its latest capture; one statement, and what records an auditor's look. */
    public Optional<ArticleDetails> details(ArticleId id, Actor reader) {
        Optional<ArticleDetails> found = session().createQuery("""
                select new org.isnad.article.ArticleDetails(a.id, a.state, a.url, v.id, v.number, v.title, v.byline,
                        v.outlet, v.publishedOn, v.language, v.found, v.text, v.mediaType, v.fileName, v.sha256,
                        cast(sql('octet_length(?)', v.original) as Integer), p.id, p.name, v.capturedAt, a.version)
                from Article a join ArticleVersion v on v.id = a.latestVersion join Person p on p.id = v.capturedBy
                where a.id = :id""", ArticleDetails.class).setParameter("id", id.value()).uniqueResultOptional();
        found.ifPresent(article -> recorded(id, reader));
        return found;
    }

    /** The original bytes of the article's latest capture. */
    public Optional<OriginalFile> original(ArticleId id, Actor reader) {
        Optional<OriginalFile> found = session().createQuery("""
                select new org.isnad.article.OriginalFile(v.original, v.mediaType, v.fileName, v.sha256)
                from Article a join ArticleVersion v on v.id = a.latestVersion
                where a.id = :id""", OriginalFile.class).setParameter("id", id.value()).uniqueResultOptional();
        found.ifPresent(original -> recorded(id, reader));
        return found;
    }

    /** Every byte that was sent and received when the article's latest version was fetched, as a WARC file. */
    public Optional<byte[]> warc(ArticleId id, Actor reader) {
        Optional<byte[]> found = find(id).flatMap(article -> captures.warc(article.latestVersion().value()));
        found.ifPresent(warc -> recorded(id, reader));
        return found;
    }

    private void recorded(ArticleId id, Actor reader) {
        readings.of(AggregateType.ARTICLE, id.value(), Reading.ARTICLE_READ, reader);
    }

    /** The article for a change: nobody else changes it until the transaction ends. */
    Article lock(ArticleId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem.NotFound("article"));
    }

    /** Makes whoever else decides on the article, or pins a claim to it, wait until this transaction ends. */
    public void hold(ArticleId id) {
        lock(id);
    }

    void add(Article article, ArticleVersion version) {
        persist(article);
        // The version's row refers to the article's, which therefore has to be there first.
        flush();
        getEntityManager().persist(version);
    }

    /** False when the address is known already. */
    boolean addSighting(ArticleId id, String url, Stamp by) {
        if (known("", url).isPresent()) {
            return false;
        }
        getEntityManager().persist(new Sighting(id, url, by));
        return true;
    }

    /** Where its text was seen too, oldest first. */
    public List<String> seenAlsoAt(ArticleId id) {
        return session().createSelectionQuery(
                "select s.url from Sighting s where s.articleId = :id and s.url is not null order by s.id",
                String.class)
                .setParameter("id", id.value()).setMaxResults(50).getResultList();
    }

    /** The article's latest version, when that is a later one than this. */
    public Optional<ArticleVersion> laterThan(ArticleVersion version) {
        return session().createSelectionQuery("""
                from ArticleVersion v where v.id = (select a.latestVersion from Article a where a.id = :article)
                and v.number > :number""", ArticleVersion.class).setParameter("article", version.articleId().value())
                .setParameter("number", version.number()).uniqueResultOptional();
    }

    void add(ArticleVersion later) {
        getEntityManager().persist(later);
        flush();
    }

    /** Whether anything of the article was erased. */
    boolean isErased(ArticleId id) {
        return session().createNativeQuery(ERASED, Boolean.class)
                .setParameter("id", id.value()).getSingleResult();
    }

    /**
     * Whether a document was fetched from the article's own address, directly or by a redirect. What a page calls itself does not
     * count: anybody's page can call itself another's.
     */
    boolean isAt(Article article, FetchedDocument document) {
        return session().createNativeQuery(SAME_ADDRESS, Boolean.class)
                .setParameter("own", article.url())
                .setParameter("requested", ErasedAddresses.spelt(document.requested()))
                .setParameter("final", ErasedAddresses.spelt(document.address())).getSingleResult();
    }

    /** The article of which something was erased, and that lay where the document was fetched, directly or by a redirect. */
    Optional<Known> erasedAt(@Nullable FetchedDocument document) {
        return document == null
                ? Optional.empty()
                : erased.articleAt(List.of(document.requested(), document.address()))
                        .map(id -> new Known(new ArticleId(id), false));
    }

    /**
     * The article that holds these bytes or has this address, or had it until it was erased; bytes weigh more than an address.
     */
    Optional<Known> known(String sha256, @Nullable String url) {
        return session().createNativeQuery(KNOWN, Tuple.class).setParameter("sha256", sha256).setParameter("url", url)
                .uniqueResultOptional()
                .map(row -> new Known(new ArticleId(row.get("id", UUID.class)),
                        row.get("same_address", Boolean.class)));
    }

    /** An article that is at the desk already, and whether it has the very address by which it was asked for. */
    record Known(ArticleId id, boolean sameAddress) {}

    /** As {@link #known(String, String)} of many; those that are not known are not in the map. */
    Map<ArticleKey, ArticleId> known(List<ArticleKey> keys) {
        Map<ArticleKey, ArticleId> known = new HashMap<>();
        session().createNativeQuery(KNOWN_OF_MANY, Tuple.class).addScalar("n", StandardBasicTypes.INTEGER)
                .addScalar("id", StandardBasicTypes.UUID)
                .setParameter("sha256", keys.stream().map(ArticleKey::sha256).toArray(String[]::new))
                .setParameter("url", keys.stream().map(ArticleKey::url).toArray(String[]::new)).getResultList()
                .forEach(row -> known.put(keys.get(row.get("n", Integer.class) - 1),
                        new ArticleId(row.get("id", UUID.class))));
        return known;
    }

    /** Makes whoever else wants one of these keys wait until this transaction ends. */
    void lockFor(List<String> keys) {
        // Always in the same order, so that two who want the same two never wait for each other.
        keys.stream().sorted().forEach(key -> session()
                .createNativeQuery("""
                        select 1 from pg_advisory_xact_lock(hashtextextended(
                            case when :key like 'url:%' then 'url:' || address_key(substr(:key, 5)) else :key end, 0))
                        """, Integer.class)
                .setParameter("key", key).getSingleResult());
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
