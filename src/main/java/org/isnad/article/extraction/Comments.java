package org.isnad.article.extraction;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where in a saved text its readers begin to speak: they can say more than the article did. */
final class Comments {
    /** An article has so many words before its readers speak. */
    private static final int ARTICLE = 80;
    /** So many lines that comments have, one near the other, are no chance. */
    private static final int SEVERAL = 3;
    private static final int NEAR = 15;
    private static final int MOST_WORDS = 12;

    private static final Set<String> BUTTONS = Set.of("reply", "report", "flag", "quote", "permalink", "report abuse",
            "report this comment", "log in to reply",
            "share reply", "report comment", "like reply", "رد", "الرد", "رد علي التعليق", "ابلاغ", "الابلاغ",
            "ابلغ عن تعليق", "التبليغ", "repondre", "signaler");
    /** When, by the clock or so long ago; only with a name or more beside it. */
    private static final Pattern WHEN = Pattern.compile(
            "(?<![\\d:])(?:[01]?\\d|2[0-3]):[0-5]\\d(?![\\d:])|(?<![\\d.])\\d{1,2}\\.[0-5]\\d ?[ap]\\.?m|(?<![\\p{L}\\d])\\d{1,2}(?:h|d|w|mo|min)(?![\\p{L}\\d])|(?<!\\p{L})ago(?!\\p{L})|(?<!\\p{L})منذ (?:\\d|دقيق|ساع|يوم|اسبوع|شهر|سن)");
    private static final Pattern WHO = Pattern
            .compile(
                    "(?:posted|comment|written|submitted) by ?:? .+|.{2,40} (?:says|said|wrote|commented|replied|يقول|قال|كتب|علق)(?: on .{1,60}| .{0,40}\\d.{0,20})? ?");

    private Comments() {}

    /** The index of the line with which they begin; the end when they do not. */
    static int start(List<SavedLine> lines) {
        int all = lines.stream().filter(SavedLine::isProse).mapToInt(SavedLine::words).sum();
        int before = 0;
        int first = -1;
        int last = -1;
        int several = 0;
        boolean prose = false;
        for (int i = 0; i < lines.size(); i++) {
            SavedLine line = lines.get(i);
            if (line.isProse()) {
                before += line.words();
                prose = true;
                continue;
            }
            boolean heading = line.opening().filter(Kind.COMMENTS::equals).isPresent();
            if (heading && before > 0 && (2 * before >= all || before >= ARTICLE && isFollowed(lines, i))) {
                return i;
            }
            if (before >= ARTICLE && isOfComment(line)) {
                boolean goesOn = several > 0 && i - last <= NEAR;
                several = goesOn ? several + (prose ? 1 : 0) : 1;
                first = goesOn ? first : i;
                last = i;
                prose = false;
                if (several >= SEVERAL) {
                    return first;
                }
            }
        }
        return lines.size();
    }

    /** Whether lines as comments have them follow soon. */
    private static boolean isFollowed(List<SavedLine> lines, int heading) {
        return lines.subList(heading + 1, Math.min(lines.size(), heading + 1 + 2 * NEAR)).stream()
                .filter(Comments::isOfComment).limit(2).count() > 1;
    }

    private static boolean isOfComment(SavedLine line) {
        return line.words() <= MOST_WORDS && !line.plain().isEmpty() && (BUTTONS.contains(line.plain())
                || WHO.matcher(line.plain()).matches()
                || line.words() > 2 && !line.endsSentence() && WHEN.matcher(line.plain()).find());
    }
}
