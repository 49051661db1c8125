package org.isnad.article;

/**
 * An article at the desk whose text is nearly the same as another's.
 *
 * @param common
 *            the part of their wording that both share, from 0 to 1
 */
public record NearSame(ArticleId id, String title, double common) {
    /** Of 100. */
    public int percent() {
        return (int) Math.floor(100 * common);
    }
}
