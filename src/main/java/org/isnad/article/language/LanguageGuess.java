package org.isnad.article.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The likeliest language of a text, by Apache OpenNLP and its model of 103 languages. Only languages of the text's script are
 * considered. Sorani, Sindhi and Uyghur are not in the model: they are told by letters that no other of these languages has; so is
 * Arabic, where its own letters stand among none of Persian and its neighbours.
 *
 * @param code
 *            ISO 639
 * @param lead
 *            how many times as likely as the next it is; at least 1
 */
record LanguageGuess(String code, double lead) {
    private static final int ENOUGH = 20_000;
    private static final Map<String, String> OWN_LETTERS = Map.of("ckb", "ڕڵێۆە", "sd", "ٻڀٺٽٿڄڃڇڏڌڊڍڦڪڳڱڻ", "ug",
            "ۈۋېڭەۆ");
    /** What is not in the model is that language if this share of its letters are its own; in the others next to none are. */
    private static final double OWN = 0.08;

    /** Letters of Arabic that Persian and its neighbours write otherwise or not at all, and the other way round. */
    private static final Pattern ARABIC_ONLY = Pattern.compile("[ةىيكأإ]");
    private static final Pattern PLAINLY_ARABIC = Pattern.compile("[ةأإ]");
    private static final Pattern NEVER_ARABIC = Pattern.compile("[یکپچژگ]");

    private static final class Model {
        static final LanguageDetectorModel INSTANCE = load();
        static final Map<String, String> CODES = codes();

        private Model() {}

        private static LanguageDetectorModel load() {
            try (InputStream model = LanguageGuess.class.getResourceAsStream("/langdetect-183.bin")) {
                if (model == null) {
                    throw new IllegalStateException("the model of opennlp-models-langdetect is not on the class path");
                }
                return new LanguageDetectorModel(model);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** From the model's ISO 639-3 codes to those of two letters; several varieties may be one language there. */
        private static Map<String, String> codes() {
            Map<String, String> short639 = new HashMap<>();
            for (String code : Locale.getISOLanguages()) {
                short639.put(Locale.forLanguageTag(code).getISO3Language(), modern(code));
            }
            short639.putAll(
                    Map.of("cmn", "zh", "nan", "zh", "pes", "fa", "lvs", "lv", "ekk", "et", "plt", "mg", "pnb", "pa"));
            return Arrays.stream(new LanguageDetectorME(INSTANCE).getSupportedLanguages())
                    .collect(Collectors.toMap(code -> code, code -> short639.getOrDefault(code, code)));
        }

        /** Java keeps three codes that ISO withdrew in 1989. */
        private static String modern(String code) {
            return switch (code) {
                case "iw" -> "he";
                case "in" -> "id";
                case "ji" -> "yi";
                default -> code;
            };
        }
    }

    /** All codes that a guess may have. */
    static Set<String> known() {
        return Stream.concat(Model.CODES.values().stream(), OWN_LETTERS.keySet().stream()).collect(Collectors.toSet());
    }

    /** Nothing for a text of too few letters, or in a script of which no language is known. */
    static Optional<LanguageGuess> of(String text) {
        String sample = text.substring(0,
                text.offsetByCodePoints(0, Math.min(ENOUGH, text.codePointCount(0, text.length()))));
        UnicodeScript script = Scripts.of(sample);
        Optional<LanguageGuess> told = script == UnicodeScript.ARABIC ? byLetters(sample) : Optional.empty();
        if (told.isPresent() || Scripts.hasFewLetters(sample)) {
            return told;
        }
        Map<String, Double> likely = new LinkedHashMap<>();
        for (Language one : new LanguageDetectorME(Model.INSTANCE).predictLanguages(sample)) {
            String code = Model.CODES.getOrDefault(one.getLang(), one.getLang());
            if (canBe(script, code, sample)) {
                likely.merge(code, one.getConfidence(), Double::sum);
            }
        }
        List<Map.Entry<String, Double>> best = likely.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(2).toList();
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(new LanguageGuess(best.get(0).getKey(), best.size() == 1
                        ? Double.POSITIVE_INFINITY
                        : best.get(0).getValue() / best.get(1).getValue()));
    }

    /** Whether a text of that script can be in the language at all, by its letters. */
    static boolean canBe(UnicodeScript script, String code, String text) {
        return Scripts.writes(script, code) && !(script == UnicodeScript.ARABIC && isBeliedByLetters(code, text));
    }

    /** Hardly a sentence of Persian does without a letter that Arabic has not; texts of both kinds are left to the model. */
    private static boolean isBeliedByLetters(String code, String text) {
        boolean never = NEVER_ARABIC.matcher(text).find();
        return code.equals("ar")
                ? never && !ARABIC_ONLY.matcher(text).find()
                : !never && !Scripts.hasFewLetters(text) && Set.of("fa", "ur", "pa").contains(code);
    }

    private static Optional<LanguageGuess> byLetters(String text) {
        long letters = Scripts.letters(text);
        return OWN_LETTERS.entrySet().stream()
                .map(own -> Map.entry(own.getKey(), text.chars().filter(c -> own.getValue().indexOf(c) >= 0).count()))
                .max(Map.Entry.comparingByValue()).filter(most -> most.getValue() >= OWN * letters)
                .map(Map.Entry::getKey)
                .or(() -> Optional.of("ar").filter(
                        arabic -> PLAINLY_ARABIC.matcher(text).find() && !NEVER_ARABIC.matcher(text).find()))
                .map(code -> new LanguageGuess(code, Double.POSITIVE_INFINITY));
    }
}
