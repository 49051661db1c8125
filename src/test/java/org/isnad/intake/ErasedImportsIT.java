package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchId;
import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.identity.Actor;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.kernel.Expected;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** What an erasure of an article's text takes away of fetches, imports and feeds, at once. */
@IsnadTest
class ErasedImportsIT {
    @Inject
    ArticleIntake intake;
    @Inject
    Captures captures;
    @Inject
    IntakeJobs jobs;
    @Inject
    ItemStore items;
    @Inject
    Imports imports;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;

    @Test
    void whatWasFetchedOfACopyGoesWhereverItLay() {
        Actor editor = newsroom.editor();
        String text = Words.some(80);
        ArticleId article = intake.receive(article(text, null), editor).id();
        FetchId lookedAt = fetched(text + " " + Words.some(6), editor);
        FetchId saved = fetched(text + " " + Words.some(6), editor);
        // A person corrected the address: what was fetched lay at another than the one that is noted.
        NewArticle copy = intake.proposeFetched(saved).orElseThrow().articles().get(0).asProposed();
        assertThat(intake.receive(new NewArticle(copy.original(), "https://press.example/" + UUID.randomUUID(),
                copy.title(), null, null, null, null, copy.text()), editor))
                .isEqualTo(new Received(article, true, false));
        FetchId unlike = fetched(Words.some(80), editor);
        assertThat(List.of(lookedAt, saved, unlike)).allMatch(this::isKept);

        erase(article);

        assertThat(List.of(lookedAt, saved)).noneMatch(this::isKept);
        assertThat(isKept(unlike)).isTrue();
    }

    @Test
    void aRowThatWaitsWithACopyCannotBringItBack() {
        Actor editor = newsroom.editor();
        String text = Words.some(80);
        ArticleId article = intake.receive(article(text, null), editor).id();
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "copy", List.of(IntakeRow.of(ItemInput
                .ofAddress(page("", text + " " + Words.some(6)), null))).iterator(), editor);
        assertThat(imports.done(id, editor).counts().ready()).as("it has no title").isEqualTo(1);

        erase(article);

        IntakeItem row = imports.report(id, editor).get(0);
        assertThat(row.state()).isEqualTo(ItemState.FAILED);
        assertThat(row.trouble()).isEqualTo(Trouble.forgotten());
        assertThat(row.url()).isNull();
        jobs.retry(id, editor);
        imports.done(id, editor);
        assertThat(imports.report(id, editor).get(0).trouble()).isNotNull().extracting(Trouble::reason)
                .isEqualTo("url-required");
    }

    @Test
    void feedEntriesAndRowsOfTheArticleAreReached() {
        Actor editor = newsroom.editor();
        String url = "https://sada.example/" + UUID.randomUUID();
        UUID own = jobs.submit(IntakeKind.BATCH, "own", List.of(IntakeRow.of(new ItemInput(url, "A title", null, null,
                null, null, Words.some(60), null, null))).iterator(), editor);
        imports.done(own, editor);
        ArticleId article = new ArticleId(imports.report(own, editor).get(0).article());
        UUID again = jobs.draft(IntakeKind.ADDRESSES, "again", List.of(IntakeRow.of(
                ItemInput.ofAddress(url + "?utm_source=x", "The same title")),
                IntakeRow.of(
                        ItemInput.ofAddress("https://other.example/" + UUID.randomUUID(), "Another")))
                .iterator(), editor);
        UUID feed = imports.feed(newsroom.admin());
        database.change("insert into feed_entry (feed_id, address, seen_at) values (?, '" + url + "', now())", feed);
        database.change(
                "insert into feed_entry (feed_id, address, seen_at) values (?, 'https://other.example/x', now())",
                feed);

        erase(article);

        assertThat(database.one("select string_agg(address, ' ') from feed_entry where feed_id = ?", feed))
                .isEqualTo("https://other.example/x");
        assertThat(database.one("select input::text from intake_item where job_id = ?", own)).isEqualTo("{}");
        assertThat(imports.report(again, editor)).extracting(IntakeItem::title).containsExactly("A title", "Another")
                .doesNotContain("The same title");
        assertThat(
                database.one("select string_agg(input::text, ' ' order by position) from intake_item where job_id = ?",
                        again))
                .startsWith("{} ").doesNotContain("same").contains("Another");
    }

    @Test
    void aRowThatIsBeingWorkedOnCannotBringItBack() {
        Actor editor = newsroom.editor();
        String url = "https://sada.example/" + UUID.randomUUID();
        ArticleId article = intake.receive(article(Words.some(60), url), editor).id();
        UUID id = jobs.draft(IntakeKind.BATCH, "under way", List.of(IntakeRow.of(new ItemInput(url, "A title", null,
                null, null, null, Words.some(60), null, null))).iterator(), editor);
        database.change("update intake_item set state = 'RUNNING', attempts = 1, article_id = null, "
                + "lease_until = now() + interval '1 day' where job_id = ?", id);
        UUID row = UUID.fromString(database.one("select id from intake_item where job_id = ?", id));

        erase(article);

        assertThat(database.one("select input::text from intake_item where job_id = ?", id)).isEqualTo("{}");
        assertThat(imports.report(id, editor).get(0).trouble()).isEqualTo(Trouble.forgotten());
        assertThat(items.finish(new ItemStore.Claimed(row, id, 1, editor.person(), "session",
                ItemInput.ofAddress(url, null)), Outcome.of(new Received(article, true, false), null, null))).isFalse();
    }

    @Test
    void aRowThatOnlyResemblesItKeepsItsAddress() {
        Actor editor = newsroom.editor();
        ArticleId article = intake.receive(article(Words.some(80), null), editor).id();
        String other = page("", Words.some(80));
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "like it", List.of(IntakeRow.of(ItemInput.ofAddress(other, null)))
                .iterator(), editor);
        assertThat(imports.done(id, editor).counts().ready()).isEqualTo(1);
        UUID attempt = imports.report(id, editor).get(0).capture();
        database.change("update fetch_fingerprint f set minhash = t.minhash[1:30] || array_fill(-1, array[90]) "
                + "from text_fingerprint t where f.attempt_id = '" + attempt + "' and t.article_id = ?",
                article.value());

        erase(article);

        assertThat(isKept(new FetchId(attempt))).isFalse();
        IntakeItem row = imports.report(id, editor).get(0);
        assertThat(row.trouble()).isEqualTo(Trouble.forgotten());
        assertThat(row.url()).isEqualTo(other);
        jobs.retry(id, editor);
        assertThat(imports.done(id, editor).counts().ready()).isEqualTo(1);
    }

    @Test
    void whereAnErasedArticleLayNothingIsTakenInAgain() {
        Actor editor = newsroom.editor();
        String path = "/erased/" + UUID.randomUUID();
        String url = ForeignSite.page(path, "text/html; charset=utf-8", html("<h1>عنوان</h1>", Words.some(80)));
        UUID first = jobs.submit(IntakeKind.ADDRESSES, "first", List.of(IntakeRow.of(ItemInput.ofAddress(url, null)))
                .iterator(), editor);
        imports.done(first, editor);
        ArticleId article = new ArticleId(imports.report(first, editor).get(0).article());

        newsroom.erase(article, Set.of(ErasurePart.TEXT, ErasurePart.SOURCE));

        assertThat(database.one("select url from article where id = ?", article.value())).isNull();
        ForeignSite.page(path, "text/html; charset=utf-8", html("<h1>عنوان</h1>", Words.some(80)));
        String mirror = ForeignSite.redirect("/mirror/" + UUID.randomUUID(), url);
        UUID again = jobs.submit(IntakeKind.ADDRESSES, "again", List.of(IntakeRow.of(ItemInput.ofAddress(url, null)),
                IntakeRow.of(ItemInput.ofAddress(mirror, null))).iterator(), editor);
        imports.done(again, editor);
        assertThat(imports.report(again, editor)).extracting(IntakeItem::state, IntakeItem::article)
                .containsOnly(tuple(ItemState.KNOWN, article.value()));
        assertThat(database.count("select count(*) from fetch_attempt where requested = ?", url)).isZero();
        assertThat(intake.receive(article(Words.some(60), url), editor)).isEqualTo(new Received(article, true, false));
    }

    @Test
    void theAddressOfACopyOfWhatWasErasedIsNotWrittenDown() {
        Actor editor = newsroom.editor();
        String text = Words.some(80);
        ArticleId article = intake.receive(article(text, "https://sada.example/" + UUID.randomUUID()), editor).id();

        newsroom.erase(article, Set.of(ErasurePart.SOURCE));

        assertThat(intake.receive(article(text + " " + Words.some(6), "https://copy.example/" + UUID.randomUUID()),
                editor)).isEqualTo(new Received(article, true, false));
        assertThat(database.count("select count(*) from sighting where article_id = ?", article.value())).isZero();
    }

    @Test
    void whatCheckSaidOfAnErasedClaimGoesToo() {
        Actor editor = newsroom.editor();
        String text = Words.some(30);
        IntakeRow row = IntakeRow.of(new ItemInput(null, "عنوان", null, null, null, null, text, null,
                new CheckNotes("Zubayda of Lantern Street broke the dam", "zubayda", "False", "2025-01-03",
                        "Zubayda's neighbour", "Claim")));
        UUID kept = jobs.submit(IntakeKind.CHECK, "check.csv", List.of(row).iterator(), editor);
        imports.done(kept, editor);
        UUID claim = imports.report(kept, editor).get(0).claim();
        assertThat(claim).isNotNull();
        assertThat(imports.report(kept, editor).get(0).check().claim()).as("the claim itself says it").isNull();
        assertThat(imports.report(kept, editor).get(0).check().status()).isEqualTo("False");
        UUID again = jobs.draft(IntakeKind.CHECK, "check.csv", List.of(row).iterator(), editor);
        assertThat(imports.report(again, editor).get(0).check().claim()).contains("Lantern");

        erase(ErasureTarget.CLAIM, claim, Set.of(ErasurePart.WORDING));

        assertThat(database.one("select input::text from intake_item where job_id = ?", kept)).isEqualTo("{}");
        assertThat(database.one("select input::text from intake_item where job_id = ?", again)).contains("False")
                .doesNotContain("Lantern").doesNotContainIgnoringCase("zubayda");
    }

    @Test
    void anImportIsNotCalledByTheAddressAnyMore() {
        Actor editor = newsroom.editor();
        String url = "https://sada.example/" + UUID.randomUUID();
        ArticleId article = intake.receive(article(Words.some(60), url), editor).id();
        UUID id = jobs.draft(IntakeKind.ADDRESSES, url, List.of(IntakeRow.of(ItemInput.ofAddress(url, null)))
                .iterator(), editor);

        newsroom.erase(article, Set.of(ErasurePart.SOURCE));

        assertThat(database.one("select name from intake_job where id = ?", id)).isEqualTo("–");
    }

    private void erase(ErasureTarget target, UUID id, Set<ErasurePart> parts) {
        UUID request = erasing.ask(new ErasureRequest(target, id, parts, "the words", "asked for"), newsroom.admin());
        Actor auditor = newsroom.auditor();
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(values.meantBy(parts), values.fingerprint(),
                true), auditor);
    }

    /** The document behind it was proposed, as to a person, and nobody has saved it. */
    private FetchId fetched(String text, Actor by) {
        FetchId id = captures.fetch(OutboundRequest.page(page("<h1>عنوان</h1>", text)), by).id();
        assertThat(intake.proposeFetched(id)).isPresent();
        return id;
    }

    private static String page(String head, String text) {
        return ForeignSite.page("/copy/" + UUID.randomUUID(), "text/html; charset=utf-8", html(head, text));
    }

    private static byte[] html(String head, String text) {
        return ("<!doctype html><html lang=\"ar\"><body><article>" + head + "<p>" + text
                + "</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static NewArticle article(String text, String url) {
        return new NewArticle(null, url, "عنوان", null, null, null, "ar", text);
    }

    private void erase(ArticleId article) {
        newsroom.erase(article, Set.of(ErasurePart.TEXT));
    }

    private boolean isKept(FetchId attempt) {
        return database.count("select count(*) from fetch_attempt where id = ?", attempt.value()) == 1;
    }
}
