package org.isnad.article.extraction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which outlet some words name, if they name one: «وكالات» are many, and nobody knows which. */
final class Outlets {
    private static final int LONGEST = 6;
    private static final Pattern AND = Pattern.compile("\\s*[+،,/&;]\\s*");
    private static final Set<String> ANY = Set.of("وكالات", "الوكالات", "وكالات الانباء", "مواقع", "مواقع الكترونيه",
            "مواقع التواصل", "مواقع التواصل الاجتماعي", "صحف", "الصحافه", "متابعات", "خاص", "وسايل اعلام", "الانترنت",
            "مصادر", "وسايل التواصل", "agencies", "wires", "internet", "social media", "various", "websites", "media");
    /** «السدرة (رويترز) - »: at the beginning of the first paragraph. */
    private static final Pattern DATELINE = Pattern.compile("^[^().!?؟]{2,60}\\(([^()]{2,40})\\)\\s*[-–—]");

    /** Words that people's names do not have. */
    private static final Set<String> NAMING = Set.of("وكاله", "صحيفه", "جريده", "مجله", "قناه", "موقع", "شبكه", "مركز",
            "راديو", "اذاعه", "تلفزيون",
            "نيوز", "برس", "اونلاين", "اليوم", "الان", "العربيه", "العربي", "الجديد", "فريق", "قسم", "هييه", "تحرير",
            "التحرير", "مراسل", "مراسلنا", "متابعات", "خاص", "وكالات",
            "agency", "news", "times", "post", "press", "staff", "team", "desk", "daily", "online", "tv", "radio",
            "magazine", "editorial", "network");

    private Outlets() {}

    /** Whether the words are the name of one who publishes, or of a part of it. */
    static boolean isOutlet(String name) {
        return Stream.of(Wording.plain(name).split(" ")).anyMatch(NAMING::contains);
    }

    /** The one outlet that a list of sources names. */
    static Optional<String> only(String sources) {
        List<String> named = Stream.of(AND.split(sources)).map(part -> part.replaceFirst("[.\\s]+$", "").strip())
                .filter(part -> !part.isEmpty() && !ANY.contains(Wording.plain(part))).toList();
        return named.size() == 1
                ? named.stream().filter(name -> Wording.words(name) <= LONGEST && !name.startsWith("http")).findFirst()
                : Optional.empty();
    }

    /** The agency that a paragraph's dateline names. */
    static Optional<String> inDateline(String paragraph) {
        Matcher dateline = DATELINE.matcher(paragraph.substring(0, Math.min(paragraph.length(), 120)));
        return dateline.find() ? only(dateline.group(1)) : Optional.empty();
    }

    /** «Samir Haddad, Coast Agency» without the outlet. */
    static String without(String outlet, String byline) {
        Matcher last = Pattern.compile("\\s*[,،|-]\\s*" + Pattern.quote(outlet) + "$", Pattern.CASE_INSENSITIVE)
                .matcher(byline);
        return last.replaceFirst("");
    }
}
