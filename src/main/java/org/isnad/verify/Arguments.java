package org.isnad.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.isnad.tlog.NoteVerifier;

/** The words after a command: options with their values, and what is left. */
final class Arguments {
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    /**
     * @param valued
     *            the options that have a value
     * @param bare
     *            those that have none
     * @throws UnusableException
     *             when there is another option, or a value is missing
     */
    Arguments(List<String> all, Set<String> valued, Set<String> bare) {
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (bare.contains(word)) {
                options.put(word, List.of());
            } else if (!valued.contains(word)) {
                throw new UnusableException(Say.UNKNOWN_OPTION, word);
            } else if (++i == all.size()) {
                throw new UnusableException(Say.OPTION_WITHOUT_VALUE, word);
            } else {
                options.computeIfAbsent(word, any -> new ArrayList<>()).add(all.get(i));
            }
        }
    }

    List<String> words(int count) {
        if (words.size() != count) {
            throw new UnusableException(Say.WRONG_NUMBER_OF_ARGUMENTS, count, words.size());
        }
        return words;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    @Nullable
    String one(String option) {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new UnusableException(Say.OPTION_TWICE, option);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    String required(String option) {
        String value = one(option);
        if (value == null) {
            throw new UnusableException(Say.OPTION_MISSING, option);
        }
        return value;
    }

    /** The verifier key that is this text, or that stands alone in the file of this name. */
    static String key(String textOrFile) {
        boolean isFile = !textOrFile.contains("+") || Files.isRegularFile(Source.path(textOrFile));
        try {
            String key = isFile ? Bytes.utf8(file(textOrFile)).strip() : textOrFile;
            return NoteVerifier.of(key).verifierKey();
        } catch (IllegalArgumentException e) {
            throw new UnusableException(Say.BAD_KEY, textOrFile, Bytes.reason(e));
        }
    }

    /** A whole file, which somebody named and which therefore must be there. */
    static byte[] file(String name) {
        Path path = Source.path(name);
        try {
            if (Files.size(path) > Source.MOST_BYTES) {
                throw new UnusableException(Say.CANNOT_READ, name, "larger than " + Source.MOST_BYTES + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UnusableException(Say.CANNOT_READ, name, e.toString());
        }
    }
}
