package org.isnad.testsupport;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.desk.OriginRecord;
import org.isnad.desk.OriginRecords;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.origin.OriginEditing;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;

/** Makes articles that name outlets and authors, and puts their records in order. */
@ApplicationScoped
public class Outlets {
    private final ArticleIntake intake;
    private final OriginRecords records;
    private final OriginEditing editing;

    Outlets(ArticleIntake intake, OriginRecords records, OriginEditing editing) {
        this.intake = intake;
        this.records = records;
        this.editing = editing;
    }

    /**
     * A record of two names, and another one.
     *
     * @param name
     *            the id of one of its names
     */
    public record Made(OriginId id, long version, UUID name, OriginId other) {}

    public Made make(OriginKind kind, Actor editor) {
        String mark = UUID.randomUUID().toString();
        OriginId first = of(kind, "صدى الوادي " + mark, editor);
        OriginId second = of(kind, "صحيفة صدى الوادي " + mark, editor);
        OriginId other = of(kind, "منبر الميناء " + mark, editor);
        editing.merge(kind, second, Expected.any(), first, "الاسم الكامل", editor);
        OriginRecord record = records.find(first).orElseThrow();
        return new Made(first, record.version(), record.names().get(1).id(), other);
    }

    /** The record of a name, which an article brings. */
    public OriginId of(OriginKind kind, String name, Actor by) {
        article(kind == OriginKind.OUTLET ? name : null, kind == OriginKind.AUTHOR ? name : null, by);
        return named(kind, name);
    }

    public OriginId named(OriginKind kind, String name) {
        return records.named(kind, name).orElseThrow();
    }

    public ArticleId article(@Nullable String outlet, @Nullable String byline, Actor by) {
        return intake.receive(new NewArticle(null, null, "عنوان", byline, outlet, null, "ar",
                "نص " + UUID.randomUUID(), true), by).id();
    }
}
