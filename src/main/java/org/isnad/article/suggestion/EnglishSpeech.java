package org.isnad.article.suggestion;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.isnad.article.suggestion.Attributions.Claimant;

/** Who speaks in an English sentence: the subject of a verb of saying, or the source after "according to". */
final class EnglishSpeech {
    private static final int LONGEST = 12;

    private static final Set<String> SAYING = words(
            "said says say told announced announces confirmed confirms stated states "
                    + "reported reports added adds revealed reveals disclosed explained insisted warned warns argued wrote tweeted "
                    + "testified acknowledged admitted noted estimates estimated found show shows showed suggests suggested "
                    + "concluded declared accused accuses");
    private static final Set<String> DOUBTING = words(
            "claimed claims claim alleged alleges purported asserted contended");
    private static final Set<String> DENYING = words("denied denies deny rejected dismissed");
    // These are as often nouns or verbs of something else.
    private static final Set<String> AMBIGUOUS = words(
            "show shows showed found reports states estimates claims suggests say "
                    + "claim deny suggested noted rejected dismissed concluded confirms accused accuses");
    private static final Set<String> DOCUMENTS = words(
            "document documents report study survey data figures records photographs "
                    + "images pictures footage video statistics poll investigation emails files analysis leaked researchers report's");
    private static final Set<String> PRONOUNS = words(
            "he she they it who which that i we you this these those one some there "
                    + "what others nobody everybody him her them");
    private static final Set<String> BEFORE_SUBJECT = words(
            "and but that while although though as when because whereas however "
                    + "meanwhile yet so if where since after before also later then earlier");
    private static final Set<String> AFTER_SUBJECT = words(
            "also has had have later then reportedly repeatedly falsely publicly "
                    + "himself herself previously already initially never");
    private static final Set<String> STOP = words(
            "who which that as on in after before when while where whose whom seen "
                    + "published released because said says monday tuesday wednesday thursday friday saturday sunday yesterday today "
                    + "was were is are has had will would told during but for");
    private static final Set<String> UNNAMED = words(
            "source sources official officials reports witnesses witness insiders "
                    + "activists people residents employees unnamed anonymous observers analysts critics workers users some");
    private static final Set<String> HEADS = words(
            "police officials sources source authorities ministry government spokesman "
                    + "spokeswoman spokesperson witnesses activists residents prosecutors prosecutor minister director army company "
                    + "hospital council mayor president office officers lawyer judge court doctors scientists engineers workers "
                    + "employees researchers manager agency fishermen website organization organisation investigator forecasters "
                    + "rebels commander analysts official people critics observers party union insiders");

    private static final Set<String> PREDICATE = words(
            "is are was were will has have had did not been be to which would could");
    private static final Set<String> STATEMENT_BEGINS = words("that the a an he she they it having any");
    private static final Set<String> ARTICLES = words("the a an one");
    private static final Set<String> AFTER_QUOTATION = Set.of("”", "\"", ",", "»");
    private static final Set<String> BREAKS = Set.of(",", ".", ";", ":", "!", "?", "(", ")", "“", "”", "\"", "«", "»",
            "—", "–");

    private final List<Word> words;

    EnglishSpeech(List<Word> words) {
        this.words = words;
    }

    @Nullable
    Claimant claimant() {
        Claimant according = null;
        for (int i = 0; i < words.size(); i++) {
            Claimant found = ofVerb(i);
            if (found != null) {
                return found;
            }
            according = according == null ? afterAccording(i) : according;
        }
        return according;
    }

    private @Nullable Claimant ofVerb(int at) {
        String verb = words.get(at).plain();
        if (!SAYING.contains(verb) && !DOUBTING.contains(verb) && !DENYING.contains(verb)) {
            return null;
        }
        if (at + 1 < words.size() && words.get(at + 1).plain().equals("by")) {
            return claimant(at + 2, nounPhraseEnd(at + 2), verb);
        }
        Claimant before = beforeVerb(at, verb);
        return before == null && isAfterQuotation(at) ? claimant(at + 1, nounPhraseEnd(at + 1), verb) : before;
    }

    private @Nullable Claimant beforeVerb(int at, String verb) {
        int to = at;
        while (to > 0 && AFTER_SUBJECT.contains(words.get(to - 1).plain())) {
            to--;
        }
        // «, 45,» and «, head of the agency,» stand between a name and its verb.
        int aside = to > 1 && isComma(to - 1) ? previousComma(to - 2) : -1;
        if (aside > 0) {
            Claimant named = subject(aside, verb);
            return named == null ? subject(to - 1, verb) : named;
        }
        return subject(to, verb);
    }

    private int previousComma(int from) {
        for (int i = from; i > Math.max(0, from - LONGEST); i--) {
            if (isComma(i)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Claimant subject(int to, String verb) {
        int from = to;
        while (from > 0 && to - from <= LONGEST && !isBreak(from - 1) && !words.get(from - 1).plain().equals("that")) {
            from--;
        }
        while (from < to && (BEFORE_SUBJECT.contains(words.get(from).plain()) || words.get(from).isMark())) {
            from++;
        }
        if (from >= to || to - from > LONGEST || PRONOUNS.contains(words.get(from).plain())
                || PRONOUNS.contains(words.get(to - 1).plain()) || !canSpeak(from, to, verb)) {
            return null;
        }
        return claimant(from, to, verb);
    }

    private boolean canSpeak(int from, int to, String verb) {
        List<Word> subject = words.subList(from, to);
        boolean document = subject.stream().anyMatch(word -> DOCUMENTS.contains(word.plain()));
        boolean head = subject.stream().anyMatch(word -> HEADS.contains(word.plain()));
        boolean name = subject.stream().skip(from == 0 ? 1 : 0).anyMatch(Word::isCapitalized)
                || from == 0 && subject.get(0).isCapitalized() && subject.size() == 1;
        boolean predicate = subject.stream().map(Word::plain)
                .anyMatch(PREDICATE::contains);
        return !predicate && (document || !AMBIGUOUS.contains(verb) && (head || name)
                || AMBIGUOUS.contains(verb) && (head || name) && followedByStatement(from + subject.size()));
    }

    private boolean followedByStatement(int verb) {
        int next = verb;
        while (next < words.size() && AFTER_SUBJECT.contains(words.get(next).plain())) {
            next++;
        }
        return next + 1 < words.size() && (STATEMENT_BEGINS.contains(words.get(next + 1).plain())
                || words.get(next + 1).isCapitalized() || words.get(next + 1).raw().equals(":"));
    }

    private boolean isAfterQuotation(int at) {
        return at > 0 && AFTER_QUOTATION.contains(words.get(at - 1).raw()) && at + 1 < words.size()
                && !PRONOUNS.contains(words.get(at + 1).plain())
                && (words.get(at + 1).isCapitalized() || ARTICLES.contains(words.get(at + 1).plain()));
    }

    private @Nullable Claimant afterAccording(int at) {
        boolean according = at + 2 < words.size() && words.get(at).plain().equals("according")
                && words.get(at + 1).plain().equals("to");
        return according ? claimant(at + 2, nounPhraseEnd(at + 2), "said") : null;
    }

    private int nounPhraseEnd(int from) {
        int to = from;
        while (to < words.size() && to - from < LONGEST && !isBreak(to)
                && !(to > from && STOP.contains(words.get(to).plain()))) {
            to++;
        }
        return to;
    }

    private @Nullable Claimant claimant(int from, int to, String verb) {
        if (from >= to || to > words.size() || words.subList(from, to).stream().allMatch(Word::isMark)
                || PRONOUNS.contains(words.get(from).plain())) {
            return null;
        }
        Attribution.Verb kind = DOUBTING.contains(verb)
                ? Attribution.Verb.DOUBTING
                : DENYING.contains(verb) ? Attribution.Verb.DENYING : Attribution.Verb.NEUTRAL;
        List<Word> claimant = words.subList(from, to);
        boolean anonymous = claimant.stream().anyMatch(word -> UNNAMED.contains(word.plain()))
                && claimant.stream().skip(1).noneMatch(Word::isCapitalized);
        return new Claimant(from, to, kind, anonymous);
    }

    private boolean isComma(int at) {
        return words.get(at).raw().equals(",");
    }

    private boolean isBreak(int at) {
        return BREAKS.contains(words.get(at).raw());
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
