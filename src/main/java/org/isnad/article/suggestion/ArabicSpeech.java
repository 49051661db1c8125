package org.isnad.article.suggestion;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.isnad.article.suggestion.Attributions.Claimant;

/**
 * Who speaks in an Arabic sentence: the subject after a verb of saying («أعلن وزير الدفاع أن»), the one before it («لكن الوزارة
 * أكدت أن»), the source after «بحسب», «وفقا ل», «نقلا عن».
 */
final class ArabicSpeech {
    private static final int LONGEST = 14;
    private static final int LOOK_AHEAD = 16;
    private static final int APPOSITION = 6;
    private static final int LONGEST_BEFORE = 9;

    private static final Set<String> SAYING = plain(
            "قال قالت قالوا يقول تقول يقولون أكد أكدت أكدوا يؤكد تؤكد أعلن أعلنت "
                    + "أعلنوا يعلن تعلن كشف كشفت يكشف تكشف أفاد أفادت يفيد تفيد صرح صرحت أوضح أوضحت يوضح توضح أشار أشارت "
                    + "أشاروا تشير ذكر ذكرت تذكر أضاف أضافت أضافوا يضيف تابع تابعت بينت شدد شددت لفت لفتت حذر حذرت يحذر "
                    + "أورد أوردت روى روت يروي كتب كتبت اعتبر اعتبرت يعتبر رأى رأت يرى ترى تحدث تحدثت يتحدث رجح رجحت أقر أقرت اعترف اعترفت "
                    + "نقل نقلت أبلغ أبلغت أخبر أخبرت اتهم اتهمت يتهم أظهر أظهرت نشر نشرت أعرب أعربت ادلى أدلت استبعد استبعدت علل بررت شهد");
    private static final Set<String> DOUBTING = plain(
            "زعم زعمت زعموا يزعم تزعم يزعمون ادعى ادعت ادعوا يدعي تدعي يدعون");
    private static final Set<String> DENYING = plain("نفى نفت نفوا ينفي تنفي فند فندت كذب كذبت");
    // Words that are something else as well: they count only where «أن» or a colon or a quotation follows.
    private static final Set<String> AMBIGUOUS = plain(
            "ذكر تذكر تابع كتب رأى يرى ترى نقل نقلت شهد نشر نشرت أظهر اعتبر يعتبر لفت أقر "
                    + "كذب كذبت بينت روى علل تشير يفيد تفيد شدد أضاف تحدث حذر رجح أبلغ أخبر تابعت");
    /** These are followed by «عن» and what is told. */
    private static final Set<String> TELLING_OF = plain(
            "كشف كشفت يكشف تكشف أعلن أعلنت تحدث تحدثت يتحدث عبر أعرب أعربت أفاد أفادت");
    private static final Set<String> CARRYING = plain("نقل نقلت نقلا ينقل");
    private static final Set<String> ACCORDING = plain("بحسب حسب وفق وفقا طبقا استنادا نقلا لسان");
    private static final Pattern THAT = Pattern.compile("[بف]?ان(?:ه|ها|هم|هما|هن|نا|ني)?");
    private static final Set<String> NO_SOURCE = plain(
            "تعبيره تعبيرها تعبيرهم قوله قولها قولهم وصفه وصفها رأيه رأيها زعمه زعمهم "
                    + "القانون قانون الدستور الاتفاق اتفاق الخطة خطة الرزنامة المعايير معايير الحاجة شروط بنود قواعد القواعد ترتيب البرنامج "
                    + "برنامج جدول مقتضيات مبدأ ظروف الظروف الأصول الأنظمة مصادره");
    private static final Set<String> UNNAMED = plain(
            "مصدر مصادر المصدر المصادر تقارير التقارير أنباء معلومات المعلومات شهود تسريبات "
                    + "التقاطعات تقاطعات مطلعون ناشطون نشطاء مراقبون مراقبين ناجون أهالي سكان مسؤولون مسؤولين مسؤولان مسؤول مجهولون "
                    + "روايات شهادات بعض");
    private static final Set<String> STOP = plain(
            "أمس اليوم غدا مساء صباح ظهر فجر ليل ليلة السبت الأحد الاثنين الثلاثاء الأربعاء "
                    + "الخميس الجمعة بعد قبل منذ خلال أثناء عقب إثر حيث الذي التي الذين وهو وهي مقره ومقره ومقرها ضيف قائلا قائلة ردا تعليقا "
                    + "مؤكدا مؤكدة مشيرا مشيرة مضيفا مضيفة موضحا موضحة عندما لما حين على من إلى عبر ضمن لدى مع بأنه بشأن بخصوص حول قولهم قوله "
                    + "قولها قد لقد لم لن لا ما عما مما أو ثم لكن عقد يوم بالقول هناك كان كانت سابقا لاحقا مؤخرا حيال تجاه دون في عن قيام وجود "
                    + "أنذاك فإذا إذا كيف لماذا هل لدى صحة أي");
    private static final Set<String> OCCASION = plain(
            "تصريح تصريحات بيان حديث حوار مقابلة مؤتمر كلمة خطاب اتصال مداخلة تدوينة تغريدة "
                    + "لقاء وقت مقال رسالة بلاغ تقرير ندوة وقته");
    private static final Set<String> HEADS_WITH_IN = plain(
            "مصادر مصدر مسؤول مسؤولون مسؤولين قيادي القيادي قياديون عضو العضو ضابط ضباط "
                    + "باحث الباحث خبير الخبير ناشط الناشط المسؤول محلية مطلعة أمنية أمني عسكرية كبير محلي رسمي رسمية ناشطون شهود سكان رئيس");
    private static final Set<String> OUTLETS = plain(
            "لوكالة لصحيفة لقناة لمراسل لمراسلة لموفد لوسائل لإذاعة لموقع لشبكة لمجلة للصحفيين "
                    + "للصحافيين للجزيرة لرويترز للأناضول للجوهرة للشرطة لبي لسكاي ل لـ لفرانس لبرنامج لتلفزيون للتلفزيون لبعض للقناة للصحيفة للوكالة");
    private static final Set<String> BEFORE_SUBJECT = plain(
            "وكان وكانت كان كانت لكن ولكن غير أن إلا فيما بينما حيث كما إذ قد وقد فقد لقد "
                    + "علما وأن بأن بدوره بدورها من جهته جهتها جانبه جانبها أنه أنها إنه إنها هو هي هم وهو وهي وهم الذي التي ما وما الأمر");

    private final List<Word> words;

    ArabicSpeech(List<Word> words) {
        this.words = words;
    }

    @Nullable
    Claimant claimant() {
        for (int i = 0; i < words.size(); i++) {
            Claimant found = afterVerb(i);
            if (found != null) {
                return found;
            }
        }
        for (int i = 0; i < words.size(); i++) {
            Claimant found = afterAccording(i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** «وفقا لمصادر»: what the preposition is written onto. */
    static boolean isPrefixed(Word word) {
        return word.plain().length() > 4 && word.plain().charAt(0) == 'ل' && !word.plain().startsWith("لج")
                && !word.plain().startsWith("لوب") && !word.plain().startsWith("لور");
    }

    private @Nullable Claimant afterVerb(int at) {
        String verb = verbAt(at);
        if (verb == null) {
            return null;
        }
        if (CARRYING.contains(verb)) {
            Claimant quoted = carried(at);
            if (quoted != null) {
                return quoted;
            }
        }
        int end = subjectEnd(at + 1, verb);
        boolean certain = end < words.size() && (isThat(end) || isSpeechMark(end)) || saysSomethingLater(end);
        if (AMBIGUOUS.contains(verb) && !certain) {
            return null;
        }
        if (end == at + 1) {
            return certain && !isRelative(at) ? beforeVerb(at, verb) : null;
        }
        int to = certain || isOccasion(end) || tellsOf(verb, end) ? end : definiteEnd(at + 1, end);
        return claimant(at + 1, to, verb);
    }

    private @Nullable String verbAt(int at) {
        Word word = words.get(at);
        for (String form : List.of(word.plain(), word.bare(), word.bare().startsWith("ل")
                ? word.bare().substring(1)
                : word.bare())) {
            if (SAYING.contains(form) || DOUBTING.contains(form) || DENYING.contains(form)) {
                return form;
            }
        }
        return null;
    }

    /** «نقلت الشبكة عن عدد من اللاجئين قولهم». */
    private @Nullable Claimant carried(int at) {
        for (int i = at + 1; i < Math.min(words.size(), at + LONGEST); i++) {
            if (words.get(i).plain().equals("عن")) {
                int end = i + 1;
                while (end < words.size() && end - i <= LONGEST && !isSaidBy(end) && !isThat(end)
                        && (!isStop(end) || words.get(end).plain().equals("من")) && !isBreak(end)) {
                    end++;
                }
                boolean told = end < words.size() && (isSaidBy(end) || isThat(end));
                return told || words.get(at).plain().equals("نقلا") ? claimant(i + 1, end, "نقل") : null;
            }
        }
        return null;
    }

    private boolean isSaidBy(int at) {
        return words.get(at).plain().matches("قول(?:ه|ها|هم|هما)");
    }

    /** The first word that is no longer the subject of the verb before {@code from}. */
    private int subjectEnd(int from, String verb) {
        int at = from;
        while (at < words.size() && at - from < LONGEST && !isThat(at) && !isSpeechMark(at)) {
            if (isQuote(at)) {
                int close = closing(at);
                if (close < 0 || at == from && close - at > APPOSITION) {
                    return at;
                }
                at = close + 1;
            } else if (isBreak(at)) {
                if (!isComma(at) || at == from || !isApposition(at + 1)) {
                    return at;
                }
                at++;
            } else if (isStop(at) && !isPartOfName(at, from, verb) || at > from && isObject(at)) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    /** «القيادي في الجبهة، سامي الحداد إن»: after the comma the name follows, and then what he says. */
    private boolean isApposition(int from) {
        for (int i = from; i < Math.min(words.size(), from + APPOSITION); i++) {
            if (isThat(i) || isSpeechMark(i) || isComma(i)) {
                return i > from;
            }
            if (isStop(i) || i == from && words.get(i).plain().startsWith("و")) {
                return false;
            }
        }
        return false;
    }

    private boolean isPartOfName(int at, int from, String verb) {
        String word = words.get(at).plain();
        if (at == from || at + 1 >= words.size()) {
            return false;
        }
        return switch (word) {
            case "في" -> at - from <= 2 && HEADS_WITH_IN.contains(words.get(at - 1).plain())
                    && !OCCASION.contains(words.get(at + 1).plain());
            case "عن" -> !TELLING_OF.contains(verb) && saysSomethingLater(at);
            case "من" -> words.get(at - 1).plain().matches("عدد|عددا|ثلاثه|اثنين|واحد|كثير|العديد");
            default -> false;
        };
    }

    /** «لوكالة …» tells to whom; «بمقتل» what. */
    private boolean isObject(int at) {
        String word = words.get(at).plain();
        boolean told = word.startsWith("ب") && word.length() > 3 && !word.startsWith("بال") && !word.startsWith("بن")
                && !words.get(at - 1).plain().matches("(?:ال)?(?:نائب|ناطق|متحدث|وزير|نائبه|عضو|قيادي|مسوول)")
                && !saysSomethingSoon(at);
        return OUTLETS.contains(word) || word.equals("ل") || told || words.get(at).isNumber();
    }

    /** Without a sure sign of where the subject ends, its head and what is definite after it. */
    private int definiteEnd(int from, int end) {
        int at = from + 1;
        while (at < end && (words.get(at).plain().startsWith("ال") || isQuote(at))) {
            at = isQuote(at) && closing(at) > 0 ? closing(at) + 1 : at + 1;
        }
        return Math.min(at, end);
    }

    private boolean tellsOf(String verb, int end) {
        return end < words.size() && TELLING_OF.contains(verb) && words.get(end).plain().equals("عن");
    }

    private boolean isOccasion(int at) {
        return at + 1 < words.size() && words.get(at).plain().equals("في")
                && OCCASION.contains(words.get(at + 1).plain())
                || at < words.size()
                        && OUTLETS.contains(words.get(at).plain());
    }

    private boolean saysSomethingLater(int from) {
        return says(from, LOOK_AHEAD);
    }

    private boolean saysSomethingSoon(int from) {
        return says(from, APPOSITION);
    }

    private boolean says(int from, int within) {
        for (int i = from; i < Math.min(words.size(), from + within); i++) {
            if (isThat(i) || isSpeechMark(i)) {
                return true;
            }
            if (i > from && verbAt(i) != null
                    || words.get(i).plain().matches("م(?:شير|وكد|ضيف|وضح|عتبر|بين|رجح|برز)(?:ا|ه)")) {
                return false;
            }
        }
        return false;
    }

    private boolean isRelative(int at) {
        return at > 0 && words.get(at - 1).plain().matches("ما|التي|الذي|كما");
    }

    /** «لكن وكالة الأنباء أكدت أن», «وكانت الحكومة قد أكدت أن». */
    private @Nullable Claimant beforeVerb(int at, String verb) {
        int to = at > 0 && words.get(at - 1).plain().equals("قد") ? at - 1 : at;
        int from = to;
        while (from > 0 && to - from <= LONGEST_BEFORE && !isBreak(from - 1) && !isSpeechMark(from - 1)
                && verbAt(from - 1) == null) {
            from--;
        }
        while (from < to && BEFORE_SUBJECT.contains(words.get(from).plain())) {
            from++;
        }
        boolean bounded = to - from <= LONGEST_BEFORE && from < to;
        boolean clean = bounded && words.subList(from, to).stream().map(Word::plain)
                .noneMatch(word -> word.matches("لم|لن|الذي|التي|الذين|كان|كانت|ما|قد|ان|انه|انها")) && !isStop(from);
        return clean ? claimant(from, to, verb) : null;
    }

    private @Nullable Claimant afterAccording(int at) {
        String word = words.get(at).bare();
        if (!ACCORDING.contains(word) && !ACCORDING.contains(words.get(at).plain())) {
            return null;
        }
        int from = at + 1;
        if (from < words.size() && words.get(from).plain().matches("ما|لما|عما|الي|عن")) {
            from++;
        }
        while (from > at + 1 && from < words.size()
                && (isTelling(from) || words.get(from).plain().matches("عنه|به|عنها|فيه|امس|اليوم|ايضا|عن|في"))) {
            from++;
        }
        int to = from;
        while (to < words.size() && to - from < LONGEST && !isThat(to) && !isBreak(to) && !isSpeechMark(to)
                && !words.get(to).plain()
                        .matches("قد|فقد|قولهم|قوله|قولها|فيما|حيث|اليوم|امس|قبل|بعد|خلال|التي|الذي|ومقره|في|عند")
                && !words.get(to).plain().matches("ف[ا-ي]{3,}ت?") && verbAt(to) == null) {
            to = isQuote(to) && closing(to) > 0 ? closing(to) + 1 : to + 1;
        }
        boolean names = from < to && !NO_SOURCE.contains(words.get(from).plain()) && !words.get(from).isMark();
        return names && !words.get(from).isNumber() ? claimant(from, to, "قال") : null;
    }

    /** «أفاد به», «نقلته», «كشفه»: verbs of saying with what was said written onto them. */
    private boolean isTelling(int at) {
        String word = words.get(at).plain();
        return verbAt(at) != null || word.matches(
                "(?:اكد|اكدت|نقل|نقلت|كشف|كشفت|ذكر|ذكرت|اورد|اوردت|اعلن|اعلنت|اظهر|اظهرت|قال|قالت|نشر|نشرت|صرح|افاد|افادت|جاء)(?:ه|ها)?");
    }

    private @Nullable Claimant claimant(int from, int until, String verb) {
        int to = until;
        while (to > from && words.get(to - 1).isMark() && !words.get(to - 1).raw().matches("[»”\")]")) {
            to--;
        }
        int start = from;
        while (start < to && (isBreak(start) || isComma(start))) {
            start++;
        }
        if (start >= to || words.subList(start, to).stream().allMatch(Word::isMark) || isPronounOnly(start, to)) {
            return null;
        }
        Attribution.Verb kind = DOUBTING.contains(verb)
                ? Attribution.Verb.DOUBTING
                : DENYING.contains(verb) ? Attribution.Verb.DENYING : Attribution.Verb.NEUTRAL;
        return new Claimant(start, to, kind, isUnnamed(start, to));
    }

    private boolean isPronounOnly(int from, int to) {
        return to - from == 1 && words.get(from).plain()
                .matches("هو|هي|هم|انه|انها|به|بها|ذلك|هذا|ايضا|كذلك|بدوره|نحن|انا|لها|له|عنه|بعض");
    }

    private boolean isUnnamed(int from, int to) {
        String head = words.get(from).plain();
        String bare = isPrefixed(words.get(from)) ? head.substring(1) : head;
        boolean alone = to - from <= 4 || !bare.startsWith("مسوول");
        return (UNNAMED.contains(head) || UNNAMED.contains(bare)) && alone
                || to - from > 1 && head.matches("عدد|احد") && words.subList(from, to).stream()
                        .anyMatch(word -> UNNAMED.contains(word.plain()));
    }

    private boolean isThat(int at) {
        return THAT.matcher(words.get(at).plain()).matches();
    }

    private boolean isStop(int at) {
        return STOP.contains(words.get(at).plain());
    }

    private boolean isComma(int at) {
        return words.get(at).raw().matches("[،,]");
    }

    private boolean isBreak(int at) {
        return words.get(at).raw().matches("[،,.;؛!?؟()\\[\\]…]");
    }

    private boolean isQuote(int at) {
        return words.get(at).raw().matches("[«“\"]");
    }

    /** A colon, or the beginning of a quotation that is too long to be a name. */
    private boolean isSpeechMark(int at) {
        return words.get(at).raw().equals(":") || isQuote(at) && (closing(at) < 0 || closing(at) - at > APPOSITION);
    }

    private int closing(int open) {
        for (int i = open + 1; i < Math.min(words.size(), open + 2 * LONGEST); i++) {
            if (words.get(i).raw().matches("[»”\"]")) {
                return i;
            }
        }
        return -1;
    }

    private static Set<String> plain(String list) {
        return Arrays.stream(list.split(" ")).map(Word::plain).collect(Collectors.toCollection(HashSet::new));
    }
}
