package org.isnad.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.desk.OriginRecord;
import org.isnad.desk.OriginRecords;
import org.isnad.desk.OriginWorks;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;

/** Records of outlets and authors: how they come into being, and how editors put them in order. */
@IsnadTest
class OriginsIT {
    @Inject
    Newsroom newsroom;
    @Inject
    Outlets outlets;
    @Inject
    OriginEditing editing;
    @Inject
    OriginRecords records;
    @Inject
    OriginWorks works;
    @Inject
    OriginCatchUp catchUp;
    @Inject
    EntityManager database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void aNameThatIsNotKnownBecomesARecordOfWhoeverBroughtTheArticle() {
        Actor editor = newsroom.editor();
        outlets.article("صَدى الوادي " + mark, "سارة عمر " + mark + " و علي حسن " + mark, editor);
        outlets.article("صدي  الوادى " + mark.toUpperCase(), "علي حسن " + mark, editor);
        OriginId outlet = outlets.named(OriginKind.OUTLET, "صدى الوادي " + mark);
        assertThat(articles(outlet)).isEqualTo(2);
        assertThat(articles(outlets.named(OriginKind.AUTHOR, "علي حسن " + mark))).isEqualTo(2);
        assertThat(articles(outlets.named(OriginKind.AUTHOR, "سارة عمر " + mark))).isEqualTo(1);
        assertThat(history(outlet)).containsExactly("ORIGIN_RECORDED " + editor.person());
    }

    @Test
    void twoWhoBringTheSameNameAtOnceMakeOneRecord() throws Exception {
        Actor editor = newsroom.editor();
        int many = 6;
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<ArticleId>> all = IntStream.range(0, many).mapToObj(i -> threads.submit(() -> {
                together.await();
                return outlets.article("منبر " + mark, "ليلى " + mark + "، هند " + mark, editor);
            })).toList();
            for (Future<ArticleId> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(number("select count(*) from origin where name like '%" + mark + "'")).isEqualTo(3);
        assertThat(articles(outlets.named(OriginKind.OUTLET, "منبر " + mark))).isEqualTo(many);
    }

    @Test
    void aMergedRecordLeadsToTheOtherAndComesBack() {
        Actor editor = newsroom.editor();
        OriginId first = outlets.of(OriginKind.AUTHOR, "س. عمر " + mark, editor);
        OriginId second = outlets.of(OriginKind.AUTHOR, "سارة عمر " + mark, editor);
        editing.merge(OriginKind.AUTHOR, first, Expected.version(0), second, "التوقيع نفسه", editor);
        OriginRecord merged = records.find(first).orElseThrow();
        assertThat(merged.id()).isEqualTo(second.value());
        assertThat(merged.names()).hasSize(2);
        assertThat(articles(second)).isEqualTo(2);
        assertThat(outlets.named(OriginKind.AUTHOR, "س. عمر " + mark)).isEqualTo(second);
        assertThat(history(second)).contains("ORIGIN_MERGED " + editor.person());
        assertThat(history(first)).contains("ORIGIN_MERGED_AWAY " + editor.person());

        UUID name = merged.names().get(0).id();
        OriginId back = editing.part(OriginKind.AUTHOR, second, Expected.version(merged.version()), name, null,
                editor);
        assertThat(back).isEqualTo(first);
        assertThat(records.find(first).orElseThrow().name()).isEqualTo("س. عمر " + mark);
        assertThat(articles(first)).isEqualTo(1);
        assertThat(articles(second)).isEqualTo(1);
        assertThat(history(first)).contains("ORIGIN_RESTORED " + editor.person());
    }

    @Test
    void theNameWithWhichARecordBeganCanGoToo() {
        Actor editor = newsroom.editor();
        OriginId first = outlets.of(OriginKind.OUTLET, "الأول " + mark, editor);
        OriginId second = outlets.of(OriginKind.OUTLET, "الثاني " + mark, editor);
        editing.merge(OriginKind.OUTLET, second, Expected.any(), first, null, editor);
        OriginRecord record = records.find(first).orElseThrow();
        OriginId fresh = editing.part(OriginKind.OUTLET, first, Expected.any(), record.names().get(0).id(), null,
                editor);
        assertThat(fresh).isNotIn(first, second);
        assertThat(records.find(fresh).orElseThrow().name()).isEqualTo("الأول " + mark);
        assertThat(records.find(first).orElseThrow().name()).isEqualTo("الثاني " + mark);
        assertThatThrownBy(() -> editing.part(OriginKind.OUTLET, first, Expected.any(),
                records.find(first).orElseThrow().names().get(0).id(), null, editor))
                .isInstanceOf(Problem.Invalid.class).hasMessageContaining("only-name");
    }

    /** Of a record that was merged twice, the first merger was undone meanwhile. */
    @Test
    void anAddressLeadsToWhereItsNameIs() {
        Actor editor = newsroom.editor();
        OriginId third = outlets.of(OriginKind.OUTLET, "الثالث " + mark, editor);
        OriginId first = outlets.of(OriginKind.OUTLET, "الأول " + mark, editor);
        OriginId second = outlets.of(OriginKind.OUTLET, "الثاني " + mark, editor);
        editing.merge(OriginKind.OUTLET, third, Expected.any(), first, null, editor);
        editing.merge(OriginKind.OUTLET, first, Expected.any(), second, null, editor);
        UUID name = records.find(second).orElseThrow().names().stream()
                .filter(one -> one.name().equals("الأول " + mark)).findFirst().orElseThrow().id();
        assertThat(editing.part(OriginKind.OUTLET, second, Expected.any(), name, null, editor)).isEqualTo(first);
        assertThat(records.find(third).orElseThrow().id()).isEqualTo(second.value());
        assertThat(records.find(first).orElseThrow().id()).isEqualTo(first.value());
    }

    /** An erasure holds names in the order of their ids; a byline in another order must not make the two wait for each other. */
    @Test
    void whoeverKeepsAnArticleHoldsItsNamesInTheOrderOfAnErasure() throws Exception {
        Actor editor = newsroom.editor();
        outlets.of(OriginKind.AUTHOR, "أولى " + mark, editor);
        outlets.of(OriginKind.OUTLET, "ثانية " + mark, editor);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String lock = "select 1 from origin_name where name = '%s " + mark + "' for update%s";
            statement.execute(lock.formatted("أولى", ""));
            Future<ArticleId> kept = threads
                    .submit(() -> outlets.article("ثانية " + mark, "أولى " + mark, editor));
            for (int i = 0; i < 400 && !kept.isDone()
                    && number("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                            + "and datname = current_database()") == 0; i++) {
                Thread.sleep(50);
            }
            assertThat(kept.isDone()).isFalse();
            statement.execute(lock.formatted("ثانية", " nowait"));
            connection.rollback();
            kept.get();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingIsOverwritten() {
        Actor editor = newsroom.editor();
        OriginId id = outlets.of(OriginKind.OUTLET, "صحيفة " + mark, editor);
        OriginId other = outlets.of(OriginKind.OUTLET, "مجلة " + mark, editor);
        editing.rename(OriginKind.OUTLET, id, Expected.version(0), "الصحيفة " + mark, "اسمها الكامل", editor);
        assertThatThrownBy(() -> editing.rename(OriginKind.OUTLET, id, Expected.version(0), "غيره", null, editor))
                .isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> editing.merge(OriginKind.OUTLET, id, Expected.version(0), other, null, editor))
                .isInstanceOf(Problem.Stale.class);
        editing.merge(OriginKind.OUTLET, other, Expected.version(0), id, null, editor);
        // The names went over, which whoever saw the record before does not know.
        assertThatThrownBy(() -> editing.rename(OriginKind.OUTLET, id, Expected.version(1), "غيره", null, editor))
                .isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> editing.rename(OriginKind.OUTLET, other, Expected.any(), "غيره", null, editor))
                .isInstanceOf(Problem.WrongState.class);
        assertThat(records.find(id).orElseThrow().name()).isEqualTo("الصحيفة " + mark);
    }

    @Test
    void onlyEditorsPutRecordsInOrder() {
        Actor editor = newsroom.editor();
        OriginId id = outlets.of(OriginKind.OUTLET, "إذاعة " + mark, editor);
        OriginId author = outlets.of(OriginKind.AUTHOR, "مذيع " + mark, editor);
        for (Actor nobody : List.of(newsroom.reviewer(), newsroom.auditor(), newsroom.admin())) {
            assertThatThrownBy(
                    () -> editing.rename(OriginKind.OUTLET, id, Expected.any(), "غيره", null, nobody))
                    .isInstanceOf(Problem.NotAllowed.class);
            assertThatThrownBy(() -> editing.merge(OriginKind.OUTLET, id, Expected.any(), id, null, nobody))
                    .isInstanceOf(Problem.NotAllowed.class);
            assertThatThrownBy(
                    () -> editing.part(OriginKind.OUTLET, id, Expected.any(), id.value(), null, nobody))
                    .isInstanceOf(Problem.NotAllowed.class);
        }
        assertThatThrownBy(() -> editing.merge(OriginKind.OUTLET, id, Expected.any(), id, null, editor))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> editing.merge(OriginKind.OUTLET, id, Expected.any(), author, null, editor))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> editing.rename(OriginKind.AUTHOR, id, Expected.any(), "غيره", null, editor))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> editing.rename(OriginKind.OUTLET, id, Expected.any(), " ـ ", "x".repeat(2001), editor))
                .isInstanceOf(Problem.Invalid.class).hasMessageContaining("not-a-name").hasMessageContaining("note");
    }

    /** Articles from before there were records are gone through once; each says in its history that it was. */
    @Test
    void whatWasThereBeforeIsRecordedAfterwards() throws SQLException {
        Actor editor = newsroom.editor();
        ArticleId article = outlets.article("قديمة " + mark, "قديم " + mark + "، قلم " + mark, editor);
        String steps = "select count(*) from audit_event where aggregate_id = '" + article + "'";
        long before = number(steps);
        asOwner("alter table article_origin disable trigger user",
                "delete from article_origin where article_id = '" + article + "'",
                "alter table article_origin enable always trigger audit_guard",
                "alter table article_origin enable always trigger audit_guard_truncate",
                "alter table article_origin enable always trigger never_changes");
        assertThat(articles(outlets.named(OriginKind.OUTLET, "قديمة " + mark))).isZero();
        catchUp.all();
        catchUp.all();
        assertThat(articles(outlets.named(OriginKind.OUTLET, "قديمة " + mark))).isEqualTo(1);
        assertThat(articles(outlets.named(OriginKind.AUTHOR, "قلم " + mark))).isEqualTo(1);
        assertThat(number(steps)).isEqualTo(before + 1);
        assertThat(number(steps + " and action = 'ARTICLE_ORIGINS_RECORDED' and authentication = 'system:catch-up'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from article_version v where v.article_id = '" + article
                + "' and not exists (select 1 from article_origin s where s.article_version_id = v.id)")).isZero();
    }

    @Test
    void whatIsChangedBehindTheDeskIsRefused() {
        OriginId id = outlets.of(OriginKind.OUTLET, "محروسة " + mark, newsroom.editor());
        for (String change : List.of("update origin set name = 'x' where id = '" + id + "'",
                "update origin_name set name = 'x' where origin_id = '" + id + "'",
                "delete from article_origin where name_id = (select id from origin_name where origin_id = '" + id
                        + "')")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery(change).executeUpdate())).as(change)
                    .hasStackTraceContaining(change.startsWith("delete")
                            ? "permission denied for table article_origin"
                            : "no audit_event of this transaction tells of ORIGIN " + id);
        }
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        }
    }

    private int articles(OriginId id) {
        return works.articles(records.find(id).orElseThrow(), null, 100, newsroom.editor()).items().size();
    }

    @SuppressWarnings("unchecked")
    private List<String> history(OriginId id) {
        return database
                .createNativeQuery("select action || ' ' || actor from audit_event where aggregate_type = 'ORIGIN' "
                        + "and aggregate_id = '" + id + "' order by aggregate_version", String.class)
                .getResultList();
    }

    private long number(String sql) {
        return ((Number) database.createNativeQuery(sql, Long.class).getSingleResult()).longValue();
    }
}
