package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a mark of a sentence.
 *
 * @param start
 *            inclusive, in UTF-16 units of the sentence
 * @param end
 *            exclusive
 * @param raw
 *            as it stands there
 * @param plain
 *            in lower case, without vowel marks, with one form of alef, ya and ta marbuta
 */
record Word(int start, int end, String raw, String plain) {
    private static final Pattern WORD = Pattern
            .compile(
                    "\\p{N}+(?:[.,٫٬/:]\\p{N}+)*[%٪]?|[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|[^\\s\\p{Z}]");

    /** At most so many words of a sentence are looked at; nobody wrote a longer one to be read. */
    static final int MOST = 600;

    static List<Word> of(String sentence) {
        List<Word> words = new ArrayList<>();
        Matcher found = WORD.matcher(sentence);
        while (words.size() < MOST && found.find()) {
            words.add(new Word(found.start(), found.end(), found.group(), plain(found.group())));
        }
        return words;
    }

    static String plain(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        raw.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            switch (c) {
                case 'أ', 'إ', 'آ', 'ٱ' -> plain.append('ا');
                case 'ى', 'ی' -> plain.append('ي');
                case 'ة' -> plain.append('ه');
                case 'ک' -> plain.append('ك');
                case 'ـ' -> {
                }
                case '’' -> plain.append('\'');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.appendCodePoint(c);
                    }
                }
            }
        });
        return plain.toString();
    }

    boolean isMark() {
        return !isNumber() && plain.codePoints().noneMatch(Character::isLetter);
    }

    boolean isNumber() {
        return !raw.isEmpty() && Character.isDigit(raw.codePointAt(0));
    }

    boolean isArabic() {
        return !plain.isEmpty() && plain.charAt(0) >= 'ء' && plain.charAt(0) <= 'ي';
    }

    boolean isCapitalized() {
        return !raw.isEmpty() && Character.isUpperCase(raw.codePointAt(0));
    }

    /** The word without the conjunction that Arabic writes onto it. */
    String bare() {
        boolean conjunction = plain.length() > 3 && (plain.charAt(0) == 'و' || plain.charAt(0) == 'ف');
        return isArabic() && conjunction ? plain.substring(1) : plain;
    }

    /** The forms in which a list may know the word: as it is, and without each prefix that it may carry. */
    List<String> forms() {
        List<String> forms = new ArrayList<>(4);
        forms.add(plain);
        if (!isArabic()) {
            return forms;
        }
        String form = without(plain, "وف", forms);
        form = without(form, "بلك", forms);
        if (form.startsWith("ال") && form.length() > 4) {
            forms.add(form.substring(2));
        }
        if (form.startsWith("لل") && form.length() > 4) {
            forms.add(form.substring(2));
        }
        return forms;
    }

    /** What two forms of a word have in common, roughly. */
    String stem() {
        List<String> forms = forms();
        String shortest = forms.get(forms.size() - 1);
        return shortest.substring(0, Math.min(shortest.length(), isArabic() ? 4 : 6));
    }

    private static String without(String form, String prefixes, List<String> forms) {
        if (form.length() > 3 && prefixes.indexOf(form.charAt(0)) >= 0) {
            forms.add(form.substring(1));
            return form.substring(1);
        }
        return form;
    }
}
