package org.isnad.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The head of a table: which column holds what, however its maker wrote it. */
final class Head<F extends Enum<F>> {
    private final Map<F, Integer> columns = new HashMap<>();

    /** @param names how each field may be called, as {@link #plain} writes it; of two columns for a field the first counts */
    Head(List<String> head, Map<F, Set<String>> names) {
        for (int i = 0; i < head.size(); i++) {
            String name = plain(head.get(i));
            int column = i;
            names.forEach((field, calls) -> {
                if (calls.contains(name)) {
                    columns.putIfAbsent(field, column);
                }
            });
        }
    }

    boolean has(F field) {
        return columns.containsKey(field);
    }

    /** What the row says of the field; null for nothing. */
    @Nullable
    String cell(CSVRecord row, F field) {
        Integer column = columns.get(field);
        String cell = column == null || column >= row.size() ? null : row.get(column);
        return cell == null || cell.isBlank() ? null : cell;
    }

    /** In lower case, letters and digits alone, without vowel signs, and with the letters that Arabic writers use for each other made one. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "").replace('ة', 'ه').replace('ى', 'ي');
    }
}
