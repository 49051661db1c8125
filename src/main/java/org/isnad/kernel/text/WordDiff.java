package org.isnad.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import org.jspecify.annotations.Nullable;

/**
 * How a text differs from an earlier one, in whole words. A word is never split, so that joined Arabic letters stay joined and a
 * mark with its letter; white space and punctuation are compared as well. Nothing is normalised: leaving out the added pieces
 * gives the earlier text exactly, leaving out the removed ones the later.
 */
public final class WordDiff {
    /**
     * A reference such as [2]; letters with their marks, digits, and the invisible characters between them; a number with its point,
     * separators and percent sign, since 11.4 that became 14.1 is not "11" and ".4"; white space; else one character as seen.
     */
    private static final Pattern TOKEN = Pattern
            .compile(
                    "\\[\\p{Nd}+\\]|[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}]+(?:(?<=\\p{Nd})[.,٫٬/:](?=\\p{Nd})[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}]+)*(?:(?<=\\p{Nd})[%٪])?|[\\s\\p{Z}]+|\\X",
                    Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    /**
     * Two paragraphs with more tokens than this together are shown as replaced. The effort grows with the square of it, and
     * nobody reads a longer passage word by word.
     */
    private static final int MAX_TOKENS = 4_000;
    /** Texts with more paragraphs than this together are shown as replaced, for the same reason. */
    private static final int MAX_PARAGRAPHS = 10_000;

    private WordDiff() {}

    /** What became of a piece of text. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of text, never empty, in reading order; what was removed stands before what was added in its place. */
    public record Piece(Kind kind, String text) {
        public boolean removed() {
            return kind == Kind.REMOVED;
        }

        public boolean added() {
            return kind == Kind.ADDED;
        }

        public boolean same() {
            return kind == Kind.SAME;
        }
    }

    /** The later text against the earlier; null is the same as no text. */
    public static List<Piece> of(@Nullable String before, @Nullable String after) {
        List<String> paragraphsBefore = tokens(PARAGRAPH, before);
        List<String> paragraphsAfter = tokens(PARAGRAPH, after);
        if (paragraphsBefore.size() + paragraphsAfter.size() > MAX_PARAGRAPHS
                && !paragraphsBefore.equals(paragraphsAfter)) {
            return pieces(
                    List.of(new Change(String.join("", paragraphsBefore), String.join("", paragraphsAfter), false)));
        }
        List<Change> byParagraph = changes(paragraphsBefore, paragraphsAfter);
        List<Change> byWord = new ArrayList<>();
        for (Change change : byParagraph) {
            byWord.addAll(change.same() ? List.of(change) : inside(change));
        }
        return pieces(joined(byWord));
    }

    private static List<Change> inside(Change paragraphs) {
        List<String> before = tokens(TOKEN, paragraphs.before);
        List<String> after = tokens(TOKEN, paragraphs.after);
        return before.size() + after.size() > MAX_TOKENS ? List.of(paragraphs) : changes(before, after);
    }

    /** Stretches that stayed and stretches that changed, in turn; the library may tell of one change as several neighbours. */
    private static List<Change> changes(List<String> before, List<String> after) {
        List<Change> changes = new ArrayList<>();
        var deltas = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true).getDeltas();
        for (AbstractDelta<String> delta : deltas) {
            Change change = new Change(String.join("", delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines()), delta.getType() == DeltaType.EQUAL);
            int last = changes.size() - 1;
            if (last >= 0 && !change.same && !changes.get(last).same) {
                changes.set(last, changes.get(last).and(change));
            } else {
                changes.add(change);
            }
        }
        return changes;
    }

    /** A space between two changes belongs to the changed phrase: one reads "these words became those". */
    private static List<Change> joined(List<Change> changes) {
        List<Change> joined = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            while (!change.same && i + 2 < changes.size() && changes.get(i + 1).isSpace()) {
                Change phrase = change.and(changes.get(i + 1)).and(changes.get(i + 2));
                if (phrase.before.isBlank() || phrase.after.isBlank()) {
                    break;
                }
                change = phrase;
                i += 2;
            }
            joined.add(change);
        }
        return joined;
    }

    private static List<Piece> pieces(List<Change> changes) {
        List<Piece> pieces = new ArrayList<>();
        for (Change change : changes) {
            if (change.same) {
                add(pieces, Kind.SAME, change.before);
            } else {
                int start = change.commonSpaceAtStart();
                int end = change.commonSpaceAtEnd(start);
                add(pieces, Kind.SAME, change.before.substring(0, start));
                add(pieces, Kind.REMOVED, change.before.substring(start, change.before.length() - end));
                add(pieces, Kind.ADDED, change.after.substring(start, change.after.length() - end));
                add(pieces, Kind.SAME, change.before.substring(change.before.length() - end));
            }
        }
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.kind == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, last.text + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }

    private static List<String> tokens(Pattern pattern, @Nullable String text) {
        return text == null ? List.of() : pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private record Change(String before, String after, boolean same) {
        boolean isSpace() {
            return same && before.isBlank() && before.indexOf('\n') < 0;
        }

        int commonSpaceAtStart() {
            int n = 0;
            while (n < Math.min(before.length(), after.length()) && before.charAt(n) == after.charAt(n)
                    && Character.isWhitespace(before.charAt(n))) {
                n++;
            }
            return n;
        }

        int commonSpaceAtEnd(int taken) {
            int n = 0;
            while (n < Math.min(before.length(), after.length()) - taken
                    && before.charAt(before.length() - 1 - n) == after.charAt(after.length() - 1 - n)
                    && Character.isWhitespace(before.charAt(before.length() - 1 - n))) {
                n++;
            }
            return n;
        }

        Change and(Change next) {
            return new Change(before + next.before, after + next.after, false);
        }
    }
}
