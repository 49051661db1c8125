package org.isnad.intake.feed;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Checks;

/**
 * What an administrator says of a feed.
 *
 * @param url
 *            of an RSS or Atom feed, or of a sitemap
 * @param everyMinutes
 *            how often it is looked at; 5 to 1,440, and 30 where nothing is said
 */
public record FeedDetails(@Nullable String name, @Nullable String url, @Nullable Integer everyMinutes) {
    private static final int OFTEN = 5;
    private static final int SELDOM = 24 * 60;
    private static final int USUAL = 30;

    /** What can be stored, or {@link org.isnad.kernel.Problem.Invalid} with all that is wrong. */
    Checked checked() {
        Checks checks = new Checks();
        String called = checks.required("name", name, 300);
        String link = checks.optionalLink("url", url);
        if (link == null) {
            checks.fail("url", "required");
        }
        int every = everyMinutes == null ? USUAL : everyMinutes;
        if (every < OFTEN || every > SELDOM) {
            checks.fail("everyMinutes", "not-a-pace");
        }
        checks.done();
        return new Checked(called, String.valueOf(link), every);
    }

    record Checked(String name, String url, int everyMinutes) {}
}
