package org.isnad.article.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What Readability4J, the Java port of Mozilla's Readability, holds for the article: the first opinion. */
final class Readability {
    /** Pages with more elements, or more of them inside each other, take it too long. */
    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 100;
    private static final int SHINGLE = 5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Set<String> blocks = new HashSet<>();
    private final Set<String> shingles = new HashSet<>();

    private Readability(Element content) {
        for (Block block : Blocks.of(content).blocks()) {
            blocks.add(block.plain());
            shingles.addAll(shingles(block.text()));
        }
    }

    /** Empty when it finds nothing, or fails; the page is left as it is. */
    static Optional<Readability> of(Document page) {
        if (isTooMuch(page)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    new Readability4J("https://page.invalid/", page.clone()).parse().getArticleContent())
                    .map(Readability::new);
        } catch (RuntimeException | StackOverflowError e) {
            // It was written for whole pages, and pages come damaged.
            return Optional.empty();
        }
    }

    private static boolean isTooMuch(Document page) {
        int[] counts = new int[2];
        page.traverse((node, depth) -> {
            counts[0]++;
            counts[1] = Math.max(counts[1], depth);
        });
        return counts[0] > MOST_ELEMENTS || counts[1] > DEEPEST;
    }

    boolean holds(Block block) {
        if (blocks.contains(block.plain())) {
            return true;
        }
        List<String> parts = shingles(block.text());
        return !parts.isEmpty() && parts.stream().filter(shingles::contains).count() >= 0.7 * parts.size();
    }

    private static List<String> shingles(String text) {
        List<String> words = List.of(NO_WORD.split(text));
        return IntStream.rangeClosed(0, words.size() - SHINGLE)
                .mapToObj(i -> String.join(" ", words.subList(i, i + SHINGLE))).toList();
    }
}
