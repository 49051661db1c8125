package org.isnad.article.extraction;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sentences that pages say to their readers, and lines that hold nothing but buttons, beyond the fixed words of {@link Phrases}. */
final class Notices {
    private static final int MOST_WORDS = 45;
    private static final int MOST_BUTTONS = 20;
    private static final Map<Kind, Pattern> NOTICES = notices();
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}+]+");
    /** Words of which one alone is no button, and which stand among them. */
    private static final Set<String> AMONG = Set.of("", "on", "via", "علي", "عبر", "and", "or", "+", "google+");
    private static final Set<String> BUTTONS = Set.of("share", "print", "email", "e", "mail", "tweet", "facebook",
            "twitter", "x",
            "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "pin", "digg", "stumble", "stumbleupon",
            "delicious",
            "myspace", "mixx", "rss", "comment", "comments", "like", "instagram", "youtube", "tiktok", "threads",
            "bluesky",
            "messenger", "copy", "link", "save", "connect", "flipboard", "google", "viber", "snapchat", "tumblr",
            "recommend",
            "مشاركه", "شارك", "طباعه", "فيسبوك", "تويتر", "اكس", "واتساب", "تلغرام", "تيليغرام", "تليجرام", "تيلجرام",
            "تيليجرام",
            "لينكدان", "لينكد", "ان", "انستغرام", "انستجرام", "يوتيوب", "تيك", "توك", "سناب", "شات", "ماسنجر", "نسخ",
            "الرابط",
            "البريد", "الالكتروني", "ايميل", "حفظ", "تغريد", "اعجاب", "تعليق", "تعليقات");

    private Notices() {}

    /** What the line is, given in {@link Wording#plain plain} spelling; empty when it may be anything. */
    static Optional<Kind> kind(String plain, int words) {
        if (words <= MOST_BUTTONS && isButtons(plain)) {
            return Optional.of(Kind.SHARE);
        }
        return words > MOST_WORDS
                ? Optional.empty()
                : NOTICES.entrySet().stream().filter(notice -> notice.getValue().matcher(plain).matches())
                        .map(Map.Entry::getKey).findFirst();
    }

    /** Whether the line is a row of two buttons at least, with or without figures. */
    private static boolean isButtons(String plain) {
        int buttons = 0;
        for (String word : NO_LETTER.split(plain)) {
            if (BUTTONS.contains(word)) {
                buttons++;
            } else if (!AMONG.contains(word)) {
                return false;
            }
        }
        return buttons >= 2 || buttons == 1 && plain.chars().anyMatch(Character::isDigit);
    }

    private static Map<Kind, Pattern> notices() {
        Map<Kind, String> notices = new EnumMap<>(Kind.class);
        notices.put(Kind.NAVIGATION,
                "(?:list|قايمه) \\d{1,2} (?:of|من) \\d{1,2}|end of list|نهايه القايمه|تخطي .{1,60} وواصل القراءه|skip .{1,60} and continue reading|end of .{1,40}|(?:\\S+ ){1,5}نهايه|article information|image in fullscreen|view image in fullscreen|this article is more than .{1,20} old|(?:read|leer|lire) (?:this )?(?:in|en) \\S+|الخط|(?:اظهار|عرض|اخفاء) (?:ال)?ملخص|"
                        + "(?:skip|jump) to .{1,40}|back to (?:the )?\\S+(?: \\S+){0,3}|(?:return|go) to (?:the )?(?:home|front|top).{0,20}"
                        + "|(?:story|article|post) continues (?:below|after).{0,40}|(?:continue|keep) reading (?:below|after).{0,40}|scroll (?:down )?(?:to|for) (?:continue|more).{0,20}"
                        + "|(?:sign|log) in (?:/|or) (?:sign up|register|join|subscribe).{0,20}|you are here ?:.{0,200}|loading(?: ?\\.+)?|click (?:here )?to (?:enlarge|expand|share).{0,60}"
                        + "|(?:page|slide|photo|image) \\d+ (?:of|/) \\d+|\\[?\\+?\\]? ?enlarge|expand (?:full )?story"
                        + "|(?:تخط|تخطي|انتقل|الانتقال|اذهب|تجاوز|العوده|عوده|ارجع) (?:الي|ل)\\S*(?: \\S+){0,5}|(?:صوره|صفحه|لقطه) \\d+ (?:من|/) \\d+|تحميل ?\\.{2,}|جار(?:ي)? التحميل.{0,10}"
                        + "|(?:حجم|تكبير|تصغير) (?:ال)?خط.{0,20}|انت هنا ?:.{0,200}|(?:فتح|افتح|اقرا) في (?:ال)?تطبيق.{0,20}|انقر (?:هنا )?(?:لل|ل).{1,60}|اضغط (?:هنا )?(?:لل|ل).{1,60}");
        notices.put(Kind.HEAD,
                "reporting from .{1,60}|role,? .{1,80}|last modified on .{1,60}|"
                        + "\\S+@\\S+\\.\\S+|(?:medically |fact )?(?:reviewed|checked|verified|edited|written|posted|published|updated|translated|compiled|photographed) by ?:?.{0,90}|(?:first posted|last updated|posted on) ?:?.{0,90}"
                        + "|(?:تحرير|ترجمه|مراجعه|تدقيق|راجعه|حرره|ترجمها|ترجمه|تصوير|المراجعه اللغويه) ?[:/].{1,60}|اخر تحديث ?:?.{0,60}|تم التحديث ?:?.{0,60}");
        notices.put(Kind.ELSEWHERE,
                "see more on ?:? .{1,150}|a version of this (?:article|story) .{1,200}|explore more on .{1,40}|"
                        + "(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|labels?|sections?|hashtags?|archivado en|كلمات مفتاحيه|الكلمات المفتاحيه|الوسوم|وسوم|كلمات دلاليه|الكلمات الدلاليه|كلمات البحث|التسميات|تسميات|تصنيفات|التصنيفات|المواضيع|هاشتاغ|تاغات) ?[:|].{1,300}"
                        + "|(?:this (?:article|story|post|piece)(?: was| has been)?|a version of this (?:article|story)) (?:originally|first|was first|also) (?:appeared|published|ran|appears).{0,150}|(?:originally|first) (?:published|appeared) (?:at|on|in|by) .{1,60}"
                        + "|(?:قيم|قيموا) (?:هذا |هذه )?(?:ال)?(?:مقال|مقاله|خبر|موضوع|ماده).{0,20}|(?:rate|what's your reaction).{0,30}|ما (?:هو )?تقييمك.{0,40}");
        notices.put(Kind.PROMOTION,
                "skip advertisement|supported by(?: .{1,40})?|(?:يرجي|الرجاء) (?:التحقق|ادخال|تفعيل|تاكيد) .{0,60}بريد.{0,60}|.{0,40}(?:عمليه الاشتراك|القائمه البريديه|تاكيد الاشتراك).{0,120}|لا يمكن اضافه هذا البريد.{0,100}|النشره (?:الاخباريه|الاسبوعيه|اليوميه)|thank you[!.,]? .{0,80}(?:inbox|received|subscrib).{0,40}|oops[!.,].{0,80}|there was an (?:issue|error|problem) .{0,80}|"
                        + "(?:please )?follow (?:@\\S+|.{1,60} on (?:twitter|x|facebook|instagram|threads|linkedin|tiktok|youtube|bluesky|google news|social media).{0,60})"
                        + "|(?:please )?(?:like|join) us on .{1,60}|by (?:signing up|submitting|subscribing|clicking|registering|continuing|providing|entering)[ ,].{0,80}(?:agree|consent|accept|acknowledge|opt).{0,200}"
                        + "|.{0,100}unsubscribe (?:at any|any|whenever|with one|by).{0,60}|.{0,40}(?:hate|never|no) spam.{0,60}|(?:enter |your |type )+(?:e-?mail)(?: address)?(?: here)?|sign me up.{0,20}"
                        + "|you(?: have|'ve)(?: reached| used| read)? .{0,30}(?:free|complimentary) articles?.{0,80}|(?:already )?(?:a )?subscri(?:ber|bed)\\?.{0,40}|subscribe .{0,30}[$€£]\\d.{0,30}"
                        + "|(?:لقد )?(?:وصلت|استنفدت|استهلكت|بلغت|بقي لك|لديك|تبقي لك) .{0,40}(?:المقالات|مقالات|مقال|ماده) .{0,100}|(?:سجل|سجلوا) (?:دخولك|الدخول|حسابك|الان|مجانا).{0,80}"
                        + "|(?:لمتابعه|لمشاهده|لمزيد|للمزيد|لقراءه|لتلقي|لتصلك|ليصلك|كي تصلك|حتي يصلك)(?= ).{0,60}(?:انضم|اشترك|تابع|حمل|فعل|اضغط|سجل|زوروا|زر |قناتنا|تطبيق|صفحتنا).{0,100}"
                        + "|(?:تابع|انضم|اشترك|فعل|زر|حمل) (?:\\S+ ){0,3}\\S+نا(?: .{0,100})?"
                        + "|(?:تابعنا|تابعونا|تابعوا|انضموا|اشتركوا|شاركونا|زوروا|فعلوا) .{0,40}(?:\\S{3,}نا(?= |$)|تطبيق|نشره|الاشعارات|واتساب|تلغرام|تيليغرام|تليجرام|فيسبوك|تويتر|يوتيوب|انستغرام|اخبار جوجل|google news).{0,60}"
                        + "|هل (?:ترغب|ترغبون|تريد|تود|تودون) .{0,40}(?:اشعارات|تنبيهات|الاشعارات|التنبيهات).{0,60}|نعم، فعل الاشعارات|(?:ادخل|اكتب|ضع) (?:عنوان )?بريدك(?: الالكتروني)?.{0,30}|لن نرسل .{0,80}|يمكنك الغاء الاشتراك.{0,60}"
                        + "|حمل(?:وا)? (?:ال)?تطبيق.{0,60}|(?:اوافق|اقر) (?:علي|ب).{0,100}|(?:need|take|want) a break\\? .{1,60}|(?:support|donate to) (?:our|us|independent) .{1,80}");
        notices.put(Kind.COMMENTS,
                "علق(?:وا)? علي .{1,30}|التعليق مغلق|التعليقات مغلقه|comments are closed.{0,20}|"
                        + "your e-?mail address will not be published.{0,100}|(?:all )?required fields are marked.{0,40}|save my name, .{1,100}|you must (?:be logged in|log ?in|login|register|sign in) .{0,60}(?:comment|reply).{0,30}"
                        + "|(?:show|view|hide|read|see|load) (?:all )?(?:\\d+ )?(?:comments?|replies)(?: ?\\(?\\d+\\)?)?|reader comments? \\d+|(?:be the first|log in|sign in) to (?:post a )?comment.{0,40}"
                        + "|لن يتم نشر عنوان بريدك.{0,120}|الحقول (?:الالزاميه|المطلوبه).{0,60}|(?:احفظ|حفظ) اسمي.{0,150}|يجب (?:ان تكون مسجل|تسجيل|عليك تسجيل) .{0,80}|كن اول من (?:يعلق|علق).{0,40}|(?:عرض|اظهار|اخفاء|مشاهده) (?:كل |جميع )?التعليقات.{0,20}");
        notices.put(Kind.SHARE,
                "share (?:full |this )?(?:article|story|post)|listen to this (?:article|story).{0,40}|استمع (?:الي|ل).{1,30}|شارك(?:ها|ه)?");
        notices.put(Kind.CAPTION,
                "(?:مصدر الصوره|صدر الصوره|التعليق علي الصوره|تعليق الصوره|image source|image caption|media caption|photograph|صوره ارشيفيه)(?:[،,:] ?.{1,250})?|.{5,250}credit ?(?:\\.{2,}|:) ?.{1,80}|image|slideshow");
        notices.put(Kind.RELATED,
                ".{20,}(?:…|\\.\\.\\.)\\s?(?:\\[?(?:read(?: more| on| the rest)?|continue reading|more|المزيد|اقرا المزيد|التفاصيل|اكمل القراءه|تابع القراءه)\\]?[ …>»←.]*)+");
        Map<Kind, Pattern> compiled = new EnumMap<>(Kind.class);
        notices.forEach((kind, notice) -> compiled.put(kind, Pattern.compile(notice, Pattern.DOTALL)));
        return compiled;
    }
}
