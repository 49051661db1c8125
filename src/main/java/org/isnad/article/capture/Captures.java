package org.isnad.article.capture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.isnad.identity.Actor;
import org.isnad.kernel.Stamp;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;

/** Fetches documents, keeps what came until somebody confirms it, and then keeps it for good beside the article. */
@ApplicationScoped
public class Captures {
    private static final int MOST = 50;

    private final Outbound outbound;
    private final FetchAttempts attempts;
    private final EntityManager entities;
    private final CaptureSettings settings;

    Captures(Outbound outbound, FetchAttempts attempts, EntityManager entities, CaptureSettings settings) {
        this.outbound = outbound;
        this.attempts = attempts;
        this.entities = entities;
        this.settings = settings;
    }

    /**
     * Fetches what lies at an address, and keeps it, or the reason why nothing came. Where an article lay of which something was erased
     * nothing is asked, and where a redirect leads there nothing is kept but that. It waits for the network, so no transaction may be
     * open around it: it would hold a connection to the database that long.
     */
    @Transactional(Transactional.TxType.NEVER)
    public FetchOutcome fetch(OutboundRequest request, Actor actor) {
        UUID askedBy = actor.person().value();
        Optional<FetchOutcome> refused = attempts.refused(request.address(), askedBy, settings.keep());
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            Fetched fetched = outbound.get(request);
            return attempts.keep(FetchAttempt.succeeded(fetched, sha256(fetched.body()), WarcFile.of(fetched), askedBy,
                    settings.keep()));
        } catch (FetchFailed e) {
            return attempts.keep(FetchAttempt.failed(e, WarcFile.of(e), askedBy, settings.keep()));
        }
    }

    /** What became of an attempt; nothing when it was forgotten. */
    public Optional<FetchOutcome> outcome(FetchId id) {
        return attempts.find(id).map(FetchOutcome::of);
    }

    /** The document that an attempt brought; nothing when it brought none or was forgotten. */
    public Optional<FetchedDocument> document(FetchId id) {
        return attempts.find(id).flatMap(attempt -> {
            byte[] bytes = attempt.document();
            String address = attempt.finalUrl();
            return bytes == null || address == null
                    ? Optional.empty()
                    : Optional.of(new FetchedDocument(id, attempt.requested(), address, bytes, attempt.charset(),
                            attempt.endedAt()));
        });
    }

    /**
     * Keeps for good what an attempt brought, beside the article version that has its text. Joins the transaction of the event that
     * tells of it.
     *
     * @param extractor
     *            what told the text from the page, with its version
     */
    public void keep(FetchId id, UUID article, UUID articleVersion, String extractor, Stamp by) {
        FetchAttempt attempt = attempts.find(id)
                .orElseThrow(() -> new IllegalStateException("no such attempt to fetch: " + id));
        entities.persist(new Capture(article, articleVersion, attempt, extractor, by));
    }

    /** Whether an attempt was confirmed before, or is older than what was captured of the article since. */
    public boolean isOutdated(FetchedDocument document, UUID article) {
        return entities.unwrap(Session.class).createSelectionQuery(
                "select count(c) > 0 from Capture c where c.attemptId = :attempt or c.articleId = :article and c.endedAt >= :at",
                Boolean.class).setParameter("attempt", document.id().value()).setParameter("article", article)
                .setParameter("at", document.at()).getSingleResult();
    }

    /** The latest capture of a version's text; one statement. */
    public Optional<CaptureCard> latest(UUID articleVersion) {
        return of(articleVersion, 1).stream().findFirst();
    }

    /** The captures in which a version's text was found, latest first, at most {@value #MOST}; one statement. */
    public List<CaptureCard> of(UUID articleVersion) {
        return of(articleVersion, MOST);
    }

    private List<CaptureCard> of(UUID articleVersion, int most) {
        return entities.unwrap(Session.class).createSelectionQuery("""
                select new org.isnad.article.capture.CaptureCard(c.id, c.requested, c.finalUrl,
                        cast(sql('jsonb_array_length(?)', c.redirects) as Integer), c.connected, c.endedAt,
                        cast(sql('octet_length(?)', c.warc) as Integer))
                from Capture c where c.articleVersionId = :version order by c.id desc""", CaptureCard.class)
                .setParameter("version", articleVersion).setMaxResults(most).getResultList();
    }

    /** The WARC file of the latest capture of a version's text; nothing when there is none, or it was erased. */
    public Optional<byte[]> warc(UUID articleVersion) {
        return entities.unwrap(Session.class).createSelectionQuery(
                "select c.warc from Capture c where c.articleVersionId = :version order by c.id desc", byte[].class)
                .setParameter("version", articleVersion).setMaxResults(1).uniqueResultOptional()
                .filter(bytes -> bytes.length > 0);
    }

    /** The WARC file of one of them; nothing when there is none, or it was erased. */
    public Optional<byte[]> warc(UUID articleVersion, UUID capture) {
        return entities.unwrap(Session.class).createSelectionQuery(
                "select c.warc from Capture c where c.articleVersionId = :version and c.id = :capture", byte[].class)
                .setParameter("version", articleVersion).setParameter("capture", capture).uniqueResultOptional()
                .filter(bytes -> bytes.length > 0);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
