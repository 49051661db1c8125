package org.isnad.kernel.web;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the page frame shows of whoever is signed in; the identity feature knows. */
public interface SignedIn {

    /** Empty for an anonymous reader. */
    Optional<Who> who();

    /**
     * A signed-in person.
     *
     * @param roles
     *            names of the person's roles, as in the realm
     * @param language
     *            the interface language the person chose; null until then
     */
    record Who(String name, Set<String> roles, @Nullable String language) {
        public Who {
            roles = Set.copyOf(roles);
        }

        public boolean is(String role) {
            return roles.contains(role);
        }

        /** One or two letters that stand for a picture: an Arabic name's first letter, else two initials. */
        public String initials() {
            String[] words = name.strip().split("\\s+");
            String first = letter(words[0]);
            boolean arabic = !first.isEmpty()
                    && Character.UnicodeScript.of(first.codePointAt(0)) == Character.UnicodeScript.ARABIC;
            return arabic || words.length == 1 ? first : first + letter(words[words.length - 1]);
        }

        private static String letter(String word) {
            return word.codePoints().filter(Character::isLetter).limit(1).map(Character::toUpperCase)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }
}
