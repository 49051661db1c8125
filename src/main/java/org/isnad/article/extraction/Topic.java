package org.isnad.article.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The words of a saved text's paragraphs, by which its title can be told from the titles of others. */
final class Topic {
    /** So many words say what a text is about. */
    private static final int ENOUGH = 4000;
    /** Shorter words stand in every text. */
    private static final int SHORTEST = 4;
    private static final int LONGEST_LINE = 4000;
    private static final double MOST = 0.6;
    private static final double SOME = 0.3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What Arabic writes together with the next word. */
    private static final Pattern JOINED = Pattern.compile("^[وفبلك]?(?:ال|لل)?(?=\\p{L}{3})");

    private final Set<String> words = new HashSet<>();

    /** Of the paragraphs of the stretch that nothing puts aside. */
    Topic(List<SavedLine> lines, @Nullable Kind[] kinds, Stretch body) {
        int count = 0;
        for (int i = body.from(); i <= body.last() && count < ENOUGH; i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && line.isProse()) {
                for (String word : words(line)) {
                    words.add(word);
                    count++;
                }
            }
        }
    }

    /** How much the line has of these words: none, some (1) or most (2) of its own are among them. */
    int level(SavedLine line) {
        int all = 0;
        int among = 0;
        for (String word : words(line)) {
            all++;
            among += words.contains(word) ? 1 : 0;
        }
        return all == 0 || among < SOME * all ? 0 : among < MOST * all ? 1 : 2;
    }

    private static List<String> words(SavedLine line) {
        return NO_WORD.splitAsStream(Wording.plain(line.seen(), LONGEST_LINE))
                .filter(word -> word.length() >= SHORTEST).map(word -> JOINED.matcher(word).replaceFirst("")).toList();
    }
}
