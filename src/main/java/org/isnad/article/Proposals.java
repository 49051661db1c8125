package org.isnad.article;

import java.util.List;

/** What came out of an upload: a proposal for each document in it, and the files of which nothing could be made. */
public record Proposals(List<ArticleProposal> articles, List<Refused> refused) {
    public Proposals {
        articles = List.copyOf(articles);
        refused = List.copyOf(refused);
    }

    /** With the address that somebody gives them. */
    public Proposals at(String address) {
        return new Proposals(articles.stream().map(article -> article.at(address)).toList(), refused);
    }

    /**
     * A file that is no article.
     *
     * @param why
     *            stable code that names the text: {@code not-text}, {@code too-large}, {@code empty}, {@code too-many-files},
     *            {@code damaged-zip}, {@code zip-in-zip}, {@code unpacks-to-much}
     */
    public record Refused(String fileName, String why) {
        private static final int MEGABYTE = 1024 * 1024;

        /** The largest text or web page, in megabytes. */
        public long most() {
            return Documents.LARGEST / MEGABYTE;
        }

        /** The largest PDF, Word file, mail or web archive, in megabytes. */
        public long mostFormatted() {
            return Documents.LARGEST_FORMATTED / MEGABYTE;
        }
    }
}
