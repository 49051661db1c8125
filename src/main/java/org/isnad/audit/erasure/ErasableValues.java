package org.isnad.audit.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.isnad.kernel.Problem;

/**
 * Everything of a target that can be erased, in a fixed order: a value is named by its index, together with the fingerprint of the
 * list that was seen.
 */
public record ErasableValues(List<ErasableValue> all) {
    public ErasableValues {
        all = List.copyOf(all);
    }

    /** Changes with every value: what an auditor confirms is exactly what the auditor saw. */
    public String fingerprint() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            all.forEach(value -> sha256.update((value + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What a request for these parts means to begin with: the parts, and whatever repeats a text of theirs. */
    public Set<Integer> meantBy(Collection<ErasurePart> parts) {
        Set<Integer> meant = indexes(value -> parts.contains(value.part()));
        meant.addAll(repeating(meant));
        return meant;
    }

    /** Which others repeat a text of the ticked ones; an article's files repeat whatever is said of that version of it. */
    public Set<Integer> repeating(Set<Integer> ticked) {
        List<ErasableValue> chosen = at(ticked);
        Set<UUID> rows = chosen.stream().map(ErasableValue::key).collect(Collectors.toSet());
        List<String> texts = chosen.stream().flatMap(value -> value.worthFinding().stream()).distinct().toList();
        Set<Integer> repeating = indexes(
                value -> value.repeatsAny(texts) || value.isFileOfAny(rows));
        repeating.removeAll(ticked);
        return repeating;
    }

    /** Which hold this text. */
    public Set<Integer> holding(String text) {
        return text.isBlank() ? new TreeSet<>() : indexes(value -> value.holdsAny(List.of(text.strip())));
    }

    /**
     * Those at the indexes.
     *
     * @throws Problem.Invalid
     *             when one is none of the list
     */
    public List<ErasableValue> at(Set<Integer> indexes) {
        if (indexes.stream().anyMatch(i -> i < 0 || i >= all.size())) {
            throw new Problem.Invalid("value", "invalid");
        }
        return indexes.stream().sorted().map(all::get).toList();
    }

    private Set<Integer> indexes(Predicate<ErasableValue> wanted) {
        Set<Integer> indexes = new TreeSet<>();
        IntStream.range(0, all.size()).filter(i -> wanted.test(all.get(i))).forEach(indexes::add);
        return indexes;
    }
}
