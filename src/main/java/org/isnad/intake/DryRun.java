package org.isnad.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleKey;
import org.isnad.kernel.Problem;

/** Says what would become of rows, without saving an article: new, known already, or refused and why. */
@ApplicationScoped
class DryRun {
    private final ArticleIntake intake;

    DryRun(ArticleIntake intake) {
        this.intake = intake;
    }

    /** For one list: rows that say the same are found in all of it. */
    Pass pass() {
        return new Pass(intake);
    }

    /** Remembers the rows that it has seen, so use one per list, and hand over its rows in order. */
    static final class Pass {
        private final ArticleIntake intake;
        private final Map<String, Integer> rowOf = new HashMap<>();
        private int position;

        private Pass(ArticleIntake intake) {
            this.intake = intake;
        }

        List<CheckedRow> check(List<IntakeRow> rows) {
            Map<Integer, ArticleKey> keys = new HashMap<>();
            Map<Integer, Trouble> refused = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                read(i, rows.get(i), keys, refused);
            }
            Map<ArticleKey, ArticleId> known = intake.known(List.copyOf(keys.values()));
            List<CheckedRow> checked = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                position++;
                Trouble trouble = refused.get(i);
                ArticleKey key = keys.get(i);
                ItemInput input = rows.get(i).input();
                checked.add(trouble != null || key == null
                        ? CheckedRow.failed(input, trouble == null ? nothing() : trouble)
                        : checked(input, key, known.get(key)));
            }
            return checked;
        }

        private void read(int i, IntakeRow row, Map<Integer, ArticleKey> keys, Map<Integer, Trouble> refused) {
            Trouble unreadable = row.trouble();
            try {
                if (unreadable != null) {
                    refused.put(i, unreadable);
                } else if (row.input().isDocument()) {
                    keys.put(i, intake.key(RowArticle.of(row.input(), intake)));
                } else {
                    keys.put(i, intake.key(row.input().url()));
                }
            } catch (Problem problem) {
                refused.put(i, Trouble.of(problem));
            }
        }

        private CheckedRow checked(ItemInput input, ArticleKey key, @Nullable ArticleId known) {
            if (known != null) {
                return new CheckedRow(input, ItemState.KNOWN, known, null);
            }
            Integer same = seen(key);
            return new CheckedRow(input, ItemState.CHECKED, null, same == null
                    ? null
                    : new Trouble("same-as-row", Map.of("row", same.toString()),
                            "It has the same content or address as row " + same + "."));
        }

        /** The row that has one of the keys already; null when this is the first. */
        private @Nullable Integer seen(ArticleKey key) {
            Integer byBytes = key.sha256() == null ? null : rowOf.putIfAbsent("sha256:" + key.sha256(), position);
            Integer byUrl = key.url() == null ? null : rowOf.putIfAbsent("url:" + key.url(), position);
            return byBytes == null ? byUrl : byBytes;
        }

        private static Trouble nothing() {
            return Trouble.of(new Problem.Invalid("text", "required"));
        }
    }
}
