package org.isnad.kernel.web;

import java.lang.Character.UnicodeScript;

import io.quarkus.qute.TemplateExtension;

/** Stands for a person's picture; templates say {@code name.initials}. */
@TemplateExtension
final class Initials {
    private Initials() {}

    /** An Arabic name's first letter, since two would join; else the first and the last name's. */
    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        boolean single = words.length == 1 || first.isEmpty()
                || UnicodeScript.of(first.codePointAt(0)) == UnicodeScript.ARABIC;
        return single ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.codePoints().filter(Character::isLetter).limit(1).map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
