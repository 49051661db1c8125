package org.isnad.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersionId;
import org.isnad.claim.ClaimId;
import org.isnad.evidence.EvidenceId;
import org.isnad.testsupport.Outlets;

/** What stands ready for one call: an article, and a claim in it as far as the scene says. */
record Place(@Nullable ArticleId article, @Nullable ArticleVersionId articleVersion, @Nullable ClaimId claim,
        @Nullable EvidenceId evidence, @Nullable String slug, long claimVersion, long draftVersion,
        long evidenceVersion, String assignee, String text, @Nullable Erasure erasure,
        @Nullable UUID job, Outlets.@Nullable Made origin, LogFacts log) {
    Place(@Nullable ArticleId article, @Nullable ArticleVersionId articleVersion, @Nullable ClaimId claim,
            @Nullable EvidenceId evidence, @Nullable String slug, long claimVersion, long draftVersion,
            long evidenceVersion, String assignee, String text, @Nullable Erasure erasure, @Nullable UUID job,
            LogFacts log) {
        this(article, articleVersion, claim, evidence, slug, claimVersion, draftVersion, evidenceVersion, assignee,
                text, erasure, job, null, log);
    }

    /** A request for erasure, and the fingerprint of what it would erase. */
    record Erasure(UUID id, String seen) {}

    /** What there is in the log to be asked for. */
    record LogFacts(long size, String key, String check) {}

    Place with(LogFacts facts) {
        return new Place(article, articleVersion, claim, evidence, slug, claimVersion, draftVersion, evidenceVersion,
                assignee, text, erasure, job, origin, facts);
    }

    Place with(Outlets.Made made) {
        return new Place(article, articleVersion, claim, evidence, slug, claimVersion, draftVersion, evidenceVersion,
                assignee, text, erasure, job, made, log);
    }

    /** The path with this place's ids in it. */
    String in(String path) {
        return path.replace("{article}", String.valueOf(article)).replace("{claim}", String.valueOf(claim))
                .replace("{evidence}", String.valueOf(evidence)).replace("{slug}", String.valueOf(slug))
                .replace("{path}", "0/000.p/1").replace("{fetched}", "01900000-0000-7000-8000-000000000000")
                .replace("{capture}", "01900000-0000-7000-8000-000000000000")
                .replace("{number}", "1").replace("{position}", "1").replace("{version}", "1")
                .replace("{size}", String.valueOf(log.size()))
                .replace("{key}", log.key()).replace("{check}", log.check())
                .replace("{job}", String.valueOf(job)).replace("{source}", String.valueOf(job))
                .replace("{outlet}", origin == null ? "null" : origin.id().toString())
                .replace("{author}", origin == null ? "null" : origin.id().toString())
                .replace("{erasure}", erasure == null ? "null" : erasure.id().toString());
    }

    /** Words of the article, by code points. */
    String words(int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
