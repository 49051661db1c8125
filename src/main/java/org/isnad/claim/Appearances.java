package org.isnad.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.Passage;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Where claims are made. */
@ApplicationScoped
public class Appearances implements PanacheRepositoryBase<Appearance, UUID> {

    /** A claim's appearances, oldest first. */
    public List<Appearance> of(ClaimId claim) {
        return list("claimId = ?1 order by id", claim.value());
    }

    /** A piece of a claim's appearances, oldest first. */
    public Page<Appearance> page(ClaimId claim, int size, @Nullable String after) {
        Optional<UUID> last = Cursor.parts(after, 1).map(parts -> Ids.parse(parts.get(0))
                .orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")));
        List<Appearance> rows = last
                .map(id -> find("claimId = ?1 and id > ?2 order by id", claim.value(), id))
                .orElseGet(() -> find("claimId = ?1 order by id", claim.value())).range(0, size).list();
        return Page.of(rows, size, place -> Cursor.of(place.id()));
    }

    /** The claim's appearance with exactly these words. */
    public Optional<Appearance> at(ClaimId claim, ArticleVersionId version, Passage words) {
        return find("claimId = ?1 and articleVersionId = ?2 and start = ?3 and end = ?4", claim.value(),
                version.value(), words.start(), words.end()).firstResultOptional();
    }

    /** All claims' appearances in one article version, in reading order. */
    public List<Appearance> in(ArticleVersionId version) {
        return list("articleVersionId = ?1 order by start, end, id", version.value());
    }

    boolean exists(ClaimId claim, ArticleVersionId version, Passage words) {
        return count("claimId = ?1 and articleVersionId = ?2 and start = ?3 and end = ?4", claim.value(),
                version.value(),
                words.start(), words.end()) > 0;
    }
}
