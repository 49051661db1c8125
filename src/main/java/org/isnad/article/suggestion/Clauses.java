package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a sentence that is too long to be one claim where Arabic and English writers join statements: «، و…», ", and". */
final class Clauses {
    /** Up to so many words a sentence is suggested whole. */
    static final int LONG = 45;
    private static final int SHORTEST = 9;
    // A comma and «و» join nouns as often as statements; these words begin a statement.
    private static final Pattern JOINT = Pattern
            .compile("[،,]\\s*(?=(?:حيث|كما|فيما|بينما|في حين|لكن|ولكن|غير أن|إلا أن|الأمر الذي"
                    + "|و?(?:أن|إن|ان)\\p{L}{0,3}|وقد|فقد|وكان\\p{L}?|و?تم|ويتم|ولم|وهو|وهي|وبالتالي|وذلك عقب|وذلك بعد"
                    + "|و(?:أضاف|أكد|قال|أعلن|أوضح|أشار|كشف|زعم|نفى|أفاد|اعتبر|شدد|قام|بدأ|أصبح|وصل|خرج|دفع|قتل)ت?)\\s"
                    + "|(?:مشير|مؤكد|موضح|مضيف|لافت|مبين)(?:ا|اً|ة)\\s)|[؛;]\\s*|,\\s+(?=(?:and|but|while|whereas) (?:he|she|it|they|that|the)\\b)");
    // «وأن», «مشيرا إلى»: what follows is said by whoever was named before.
    private static final Pattern SPEECH_GOES_ON = Pattern.compile(
            "(?s)(?:و?(?:أن|إن|ان|أنه|إنه|أنها|إنها|بأن)\\b|(?:مشير|مؤكد|موضح|مضيف|لافت|مبين)|and that\\b).*",
            Pattern.UNICODE_CHARACTER_CLASS);

    record Clause(int start, int end, boolean continuesSpeech) {}

    private Clauses() {}

    /** In UTF-16 units of the sentence, in order, without the joints' commas; the whole sentence if it is not long. */
    static List<Clause> of(String sentence, List<Word> words) {
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        if (isLongEnough(words, 0, sentence.length(), LONG)) {
            var joints = JOINT.matcher(sentence);
            while (joints.find() && joints.start() < words.get(words.size() - 1).end()) {
                if (isLongEnough(words, start, joints.start(), SHORTEST)
                        && isLongEnough(words, joints.end(), sentence.length(), SHORTEST)) {
                    clauses.add(clause(sentence, start, joints.start()));
                    start = joints.end();
                }
            }
        }
        clauses.add(clause(sentence, start, sentence.length()));
        return clauses;
    }

    private static Clause clause(String sentence, int start, int until) {
        int end = until;
        while (end > start + 1 && Character.isWhitespace(sentence.charAt(end - 1))) {
            end--;
        }
        return new Clause(start, end, SPEECH_GOES_ON.matcher(sentence).region(start, end).matches());
    }

    private static boolean isLongEnough(List<Word> words, int start, int end, int least) {
        int count = 0;
        for (Word word : words) {
            count += word.start() >= start && word.end() <= end && !word.isMark() ? 1 : 0;
        }
        return count >= least;
    }
}
