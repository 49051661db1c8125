package org.isnad.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.audit.check.Comparison;
import org.isnad.audit.log.LogAtHand;
import org.isnad.desk.OriginRecords;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.text.Erased;
import org.isnad.origin.OriginEditing;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;

/** A name that is erased from the last article that states it goes from its record too, and from the record's history. */
@IsnadTest
class OriginErasureIT {
    @Inject
    Newsroom newsroom;
    @Inject
    Outlets outlets;
    @Inject
    OriginEditing editing;
    @Inject
    OriginRecords records;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    LogAtHand log;
    @Inject
    Comparison comparison;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String mark = UUID.randomUUID().toString();
    private final String salwa = "Salwa Erasable " + mark;
    private final String hind = "Hind Staying " + mark;

    @Test
    void aBylineGoesFromTheRecordAndItsHistory() throws SQLException {
        Actor editor = newsroom.editor();
        ArticleId article = outlets.article("Lantern Daily " + mark, "By " + salwa + " and " + hind, editor);
        outlets.article(null, hind, editor);
        OriginId id = outlets.named(OriginKind.AUTHOR, salwa);
        OriginId outlet = outlets.named(OriginKind.OUTLET, "Lantern Daily " + mark);
        OriginId initials = outlets.of(OriginKind.AUTHOR, "S.E. " + mark, editor);
        editing.rename(OriginKind.AUTHOR, id, Expected.any(), salwa + " (Lantern)", salwa + " asked for it", editor);
        editing.rename(OriginKind.OUTLET, outlet, Expected.any(), "The Lantern " + mark, null, editor);
        editing.merge(OriginKind.AUTHOR, id, Expected.any(), initials, "the pen name of " + salwa, editor);
        assertThat(places("Salwa Erasable")).isNotEmpty();

        erase(article);

        assertThat(places("Salwa Erasable")).isEmpty();
        assertThat(places("salwa erasable")).isEmpty();
        assertThat(places("Lantern " + mark)).isEmpty();
        assertThat(places("Lantern Daily")).isEmpty();
        assertThat(records.named(OriginKind.AUTHOR, salwa)).isEmpty();
        // Another article states it still, and the record of the other name stays.
        assertThat(records.named(OriginKind.AUTHOR, hind)).isPresent();
        assertThat(records.find(id).orElseThrow().name()).isEqualTo("S.E. " + mark);
        assertThat(Erased.is(records.find(outlet).orElseThrow().name())).isTrue();
        assertThat(Jsoup.parse(Login.session("huda").get("/outlets/" + outlet + "?lang=en").asString()).select("h1")
                .text()).containsIgnoringCase("erased");
        log.bringUpToDate();
        assertThat(comparison.findings(newsroom.auditor().person().value())).isEmpty();
    }

    /** Records that the name led to once, and which were called after it, tell of it no more either. */
    @Test
    void aNameGoesFromRecordsThatItOnceLedTo() throws SQLException {
        Actor editor = newsroom.editor();
        ArticleId article = outlets.article(null, salwa, editor);
        OriginId own = outlets.named(OriginKind.AUTHOR, salwa);
        OriginId second = outlets.of(OriginKind.AUTHOR, "S.E. " + mark, editor);
        OriginId third = outlets.of(OriginKind.AUTHOR, "The Erasables " + mark, editor);
        OriginId fourth = outlets.of(OriginKind.AUTHOR, "A pen " + mark, editor);
        editing.merge(OriginKind.AUTHOR, own, Expected.any(), second, null, editor);
        editing.rename(OriginKind.AUTHOR, second, Expected.any(), salwa + " of the Lantern", null, editor);
        editing.merge(OriginKind.AUTHOR, second, Expected.any(), third, null, editor);
        editing.rename(OriginKind.AUTHOR, third, Expected.any(), "Also " + salwa, null, editor);
        editing.merge(OriginKind.AUTHOR, third, Expected.any(), fourth, null, editor);
        assertThat(places(salwa)).contains("origin");

        erase(article);

        assertThat(places(salwa)).isEmpty();
        assertThat(places("salwa erasable " + mark)).isEmpty();
        assertThat(records.find(own).orElseThrow().name()).isEqualTo("A pen " + mark);
    }

    @Test
    void aNameGoesFromARecordThatItWasTakenOutOf() throws SQLException {
        Actor editor = newsroom.editor();
        ArticleId article = outlets.article(null, salwa, editor);
        OriginId own = outlets.named(OriginKind.AUTHOR, salwa);
        OriginId other = outlets.of(OriginKind.AUTHOR, hind, editor);
        editing.merge(OriginKind.AUTHOR, own, Expected.any(), other, null, editor);
        editing.rename(OriginKind.AUTHOR, other, Expected.any(), salwa + " (Lantern)", null, editor);
        UUID name = records.find(other).orElseThrow().names().stream().filter(one -> one.name().equals(salwa))
                .findFirst().orElseThrow().id();
        assertThat(editing.part(OriginKind.AUTHOR, other, Expected.any(), name, null, editor)).isEqualTo(own);
        assertThat(places(salwa)).contains("origin");

        erase(article);

        assertThat(places(salwa)).isEmpty();
        assertThat(records.named(OriginKind.AUTHOR, hind)).contains(other);
    }

    /** A record that loses the name it is called by is called by one that is still there. */
    @Test
    void aRecordIsNotCalledByAnErasedName() {
        Actor editor = newsroom.editor();
        ArticleId article = outlets.article(null, salwa, editor);
        OriginId own = outlets.named(OriginKind.AUTHOR, salwa);
        String third = "Huda Third " + mark;
        editing.merge(OriginKind.AUTHOR, outlets.of(OriginKind.AUTHOR, hind, editor), Expected.any(), own, null,
                editor);
        editing.merge(OriginKind.AUTHOR, outlets.of(OriginKind.AUTHOR, third, editor), Expected.any(), own, null,
                editor);
        editing.rename(OriginKind.AUTHOR, own, Expected.any(), hind, null, editor);
        erase(article);
        UUID name = records.find(own).orElseThrow().names().stream().filter(one -> one.name().equals(hind)).findFirst()
                .orElseThrow().id();

        editing.part(OriginKind.AUTHOR, own, Expected.any(), name, null, editor);

        assertThat(records.find(own).orElseThrow().name()).isEqualTo(third);
    }

    /** What another article states in full stays, though the erased name is a part of it. */
    @Test
    void aLongerNameOfAnotherArticleStays() {
        Actor editor = newsroom.editor();
        String amina = "Amina Short " + mark;
        ArticleId article = outlets.article(null, amina, editor);
        OriginId longer = outlets.of(OriginKind.AUTHOR, "Dr " + amina, editor);
        editing.merge(OriginKind.AUTHOR, outlets.named(OriginKind.AUTHOR, amina), Expected.any(), longer, null, editor);
        erase(article);
        assertThat(records.find(longer).orElseThrow().name()).isEqualTo("Dr " + amina);
    }

    /** Whoever is named anew is a new record; nothing leads to the erased one. */
    @Test
    void anErasedNameIsNotKnownAnyMore() throws SQLException {
        Actor editor = newsroom.editor();
        ArticleId article = outlets.article(null, salwa, editor);
        OriginId before = outlets.named(OriginKind.AUTHOR, salwa);
        erase(article);
        OriginId after = outlets.of(OriginKind.AUTHOR, salwa, editor);
        assertThat(after).isNotEqualTo(before);
        ArticleId another = outlets.article(null, "Laila Erasable " + mark, editor);
        erase(another);
        // Two erased names of one length do not meet.
        assertThat(places("Laila Erasable")).isEmpty();
    }

    private void erase(ArticleId article) {
        Actor auditor = newsroom.auditor();
        UUID request = erasing.ask(new ErasureRequest(ErasureTarget.ARTICLE, article.value(),
                Set.of(ErasurePart.SOURCE), "the byline", "asked for by that person"), newsroom.admin());
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(),
                new Erasing.Confirmation(values.meantBy(EnumSet.of(ErasurePart.SOURCE)), values.fingerprint(), true),
                auditor);
    }

    /** Everywhere in the database where a text stands. */
    private List<String> places(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            return Database.texts(connection, """
                    select 'origin' from origin where position('%1$s' in name_key(name) || name) > 0
                    union all select 'origin_name' from origin_name where position('%1$s' in name_key(name) || name) > 0
                    union all select 'article_version' from article_version
                              where position('%1$s' in concat_ws(' ', byline, outlet)) > 0
                    union all select 'audit_change' from audit_change c
                              where position('%1$s' in convert_from(c.payload, 'UTF8')) > 0
                    """.formatted(text));
        }
    }
}
