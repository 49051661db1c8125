package org.isnad.article.extraction;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that pages put around their articles, in Arabic, English and French; see {@link Wording#plain} for their spelling. */
final class Phrases {
    /** Lines that consist of these words only. */
    private static final Map<String, Kind> WHOLE = whole(Map.of(Kind.NAVIGATION,
            """
                    تخطى إلى المحتوى|تخطي إلى المحتوى|التخطي إلى المحتوى|تخط إلى المحتوى|انتقل إلى المحتوى|الانتقال إلى المحتوى|اذهب إلى المحتوى
                    تجاوز إلى المحتوى|تجاوز إلى المحتوى الرئيسي|الانتقال إلى المحتوى الرئيسي|انتقل إلى المحتوى الرئيسي|القائمة|القائمة الرئيسية|بحث|البحث
                    ابحث|بحث عن|زر الذهاب إلى الأعلى|الذهاب إلى الأعلى|العودة إلى الأعلى|إلى الأعلى|أعلى الصفحة|اظهر المزيد|أظهر المزيد|عرض المزيد
                    المزيد|شاهد المزيد|تحميل المزيد|إغلاق|اغلاق|رسالة|أصابات|إصابات|تسجيل الدخول|دخول|إنشاء حساب|التالي|السابق|المقال التالي|المقال السابق
                    الخبر التالي|الخبر السابق|الصفحة الرئيسية|الرئيسية|من نحن|اتصل بنا|تواصل معنا|خريطة الموقع|الوضع المظلم|الوضع الليلي|اللغة
                    لا توجد نتائج|عرض جميع النتائج
                    skip to content|skip to main content|skip to the main content|skip to navigation|jump to content|menu|main menu|open menu|close menu
                    search|search for|close|back to top|go to top|scroll to top|to the top|top|home|show more|load more|view more|see more|more|next|previous
                    next article|previous article|next post|previous post|log in|login|sign in|sign up|register|my account|about|about us|contact|contact us|sitemap
                    toggle navigation|toggle menu|show comments|hide comments|dark mode|language
                    no result|no results|view all result|view all results|table of contents|in this article|on this page
                    aller au contenu|aller au contenu principal|accueil|rechercher
                    fermer|haut de page|retour en haut|se connecter|s'inscrire|contactez-nous|plan du site""",
            Kind.SHARE,
            """
                    مشاركة|شارك|شاركها|شارك المقال|شارك الخبر|شارك هذا المقال|مشاركة عبر البريد|مشاركة عبر البريد الإلكتروني|نسخ الرابط|تم نسخ الرابط|انسخ الرابط|رابط مختصر
                    طباعة|اطبع|أرسل لصديق|إرسال بالبريد|فيسبوك|تويتر|إكس|واتساب|واتس اب|تيلغرام|تلغرام|تيليجرام|تلجرام|لينكدإن|لينكد إن|ماسنجر|بينتيريست|يوتيوب|انستغرام|إنستغرام
                    انستقرام|ريديت|فايبر|بينتيرست|‏Reddit|سكايب|البريد الإلكتروني|شاركها على فيسبوك|حفظ|استمع|حجم الخط|تكبير الخط|تصغير الخط
                    share|share this|share this article|share this story|share this post|share on facebook|share on twitter|share on x|share on whatsapp|share via email
                    share on linkedin|share on pinterest|tweet|pin|pin it|print|print this|email|email this|copy link|link copied|copied|save|save article|bookmark
                    facebook|twitter|x|whatsapp|telegram|linkedin|messenger|pinterest|instagram|youtube|reddit|tumblr|viber|flipboard|threads|bluesky|tiktok
                    listen|listen to this article|font size|text size|partager|partager cet article|imprimer|envoyer par mail|copier le lien|enregistrer
                    """,
            Kind.COOKIES,
            """
                    قبول|موافق|أوافق|قبول الكل|قبول الجميع|رفض|رفض الكل|إعدادات ملفات تعريف الارتباط|سياسة الخصوصية وملفات تعريف الارتباط
                    accept|accept all|accept cookies|accept all cookies|i accept|i agree|agree|got it|ok|reject|reject all|decline|cookie settings|cookies settings
                    manage cookies|manage preferences|cookie policy|cookie preferences|privacy & cookies policy|accepter|tout accepter|refuser|paramétrer les cookies
                    """,
            Kind.COUNTER,
            """
                    المشاهدات|عدد المشاهدات|القراءات|عدد القراءات|لا تعليقات|لا توجد تعليقات|لا يوجد تعليقات|بدون تعليقات|أضف تعليق|قراءة دقيقة واحدة|دقيقة واحدة للقراءة
                    أقل من دقيقة|دقيقة واحدة|no comments|no comments yet|views|aucun commentaire
                    """,
            Kind.SOURCES, """
                    المصدر|المصادر|مصدر الخبر|مصادر|المراجع|مراجع|source|sources|via|références|les sources
                    """, Kind.PROMOTION,
            """
                    إعلان|اعلان|إعلانات|مساحة إعلانية|محتوى ممول|محتوى مدفوع|النشرة البريدية|اشترك|اشترك الآن|اشتراك|learn more|get started|get started today|view all|apply now|book a demo|request a demo|buy now|shop now|download|read the report|contact sales|try for free|start free trial|advertisement|advertisements|ad|ads|sponsored
                    sponsored content|promoted|subscribe|subscribe now|newsletter|newsletters|paid content|donate|donate now|support us|publicité|s'abonner|je m'abonne
                    """,
            Kind.FOOTER,
            """
                    سياسة الخصوصية|شروط الاستخدام|الشروط والأحكام|أعلن معنا|للإعلان معنا|حقوق النشر|هيئة التحرير|privacy policy|privacy|terms of use|terms of service
                    terms and conditions|terms|advertise|advertise with us|imprint|legal notice|mentions légales|politique de confidentialité|conditions d'utilisation
                    """));

    /** Sections of a paper. Inside a text they may be headings of the article's own. */
    private static final Set<String> SECTIONS = whole(Map.of(Kind.NAVIGATION,
            """
                    أخبار|الأخبار|عاجل|أخبار عاجلة|سياسة|محليات|محلي|دولي|دوليات|عربي|عربي ودولي|العالم|العالم العربي|اقتصاد|الاقتصاد|رياضة|الرياضة
                    ثقافة|ثقافة وفن|فن|منوعات|تقارير|تقارير وتحقيقات|تحقيقات|مقالات|مقالات رأي|رأي|آراء|حوادث|مجتمع|صحة|تكنولوجيا|علوم|أخبار محلية
                    أخبار عربية|أخبار دولية|أخبار عالمية|أخبار عربية ودولية|أخبار سوريا|أخبار العالم|آخر الأخبار|اخر الاخبار|أهم الأخبار|الشرق الأوسط
                    فيديو|صور|بودكاست|البث المباشر|بث مباشر|السياسة|المجتمع|الثقافة|الصحة
                    news|politics|world|local|business|economy|sport|sports|opinion|culture|health|science|technology|breaking|breaking news|latest
                    latest news|middle east|video|videos|photos|podcast|podcasts|live|actualités|actualité|politique|monde|économie|société|international
                    santé"""))
            .keySet();

    /** Headings under which no line of the article follows. */
    private static final Map<String, Kind> OPENING = whole(Map.of(Kind.RELATED,
            """
                    مقالات ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|ذات صلة|مواد ذات صلة|تقارير ذات صلة|ملفات ذات صلة|وسوم ذات صلة|فيديو ذات صلة|أخبار مرتبطة|مقالات مرتبطة
                    يتم الآن قراءة|قصص مقترحة|مواضيع مقترحة|مقالات مقترحة|يقرأ الآن|الأكثر زيارة|الأكثر تفاعلا|أبرز العناوين|أهم العناوين|مقالات الكاتب|مقالات سابقة للكاتب|للكاتب أيضا|الموضوع السابق|الموضوع التالي|قد ترغب في قراءة|اقرأ لاحقا|موضوعات ذات صلة|مقالات متعلقة|مواضيع متعلقة|أخبار متعلقة|مقالات مشابهة|مواضيع مشابهة|قد يعجبك أيضا
                    قد يهمك|قد يهمك أيضا|قد يعجبك|اقرأ أيضا|اقرا أيضا|إقرأ أيضا|اقرأ المزيد|إقرأ المزيد|طالع أيضا|شاهد أيضا|الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|الأكثر شيوعا|الأكثر تعليقا
                    حول هذه القصة|اقرأ في|مقترحات|اخترنا لك|اخترنا لكم|مختارات|أحدث المقالات|آخر المقالات|أحدث الأخبار|المزيد من الأخبار|المزيد من المقالات|المزيد من الكاتب|مقالات أخرى|أخبار أخرى|من نفس القسم
                    related items|suggested reads|suggested reading|read this next|in other news|around the web|from around the web|sponsored links|promoted stories|most commented|most shared|most emailed|latest reviews|latest videos|what others are reading|readers also liked|recommended stories|recommended videos|more for you|popular now|popular on|top news|hot topics|editors' choice|staff picks|next up|see also
                    related|related articles|related posts|related stories|related news|related topics|related content|related links|related reading|read also|also read
                    read more|read next|more stories|more news|more from this author|you may also like|you might also like|you may like|recommended|recommended for you
                    recommended reading|most read|most popular|most viewed|trending|trending now|trending stories|popular posts|popular articles|recent posts|recent articles
                    more on this story|more on this topic|keep reading|up next|what to read next|don't miss|editor's picks|editors' picks|top stories|latest stories|latest articles
                    latest posts|further reading|more like this|other articles|similar articles|more articles|more from|continue reading
                    à lire aussi|lire aussi|sur le même sujet|articles liés|articles similaires|les plus lus|voir aussi""",
            Kind.ELSEWHERE,
            """
                    كلمات مفتاحية|الكلمات المفتاحية|الوسوم|وسوم|الكلمات الدلالية|كلمات دلالية|التسميات|هاشتاغ|tags|keywords|suggested topics|topics|mots-clés""",
            Kind.COMMENTS,
            """
                    التعليقات|تعليقات|تعليقات القراء|تعليقات الزوار|اترك تعليقا|اترك تعليق|اترك ردا|اترك رد|أضف تعليقا|أضف تعليقك|إضافة تعليق|إضافة تعليق جديد|شارك برأيك|شاركنا رأيك
                    اكتب تعليقا|اكتب تعليقك|إلغاء الرد|comments|leave a reply|leave a comment|post a comment|add a comment|join the conversation|join the discussion
                    add comment|write a comment|reader comments|cancel reply|be the first to comment|commentaires|laisser un commentaire|ajouter un commentaire"""));

    private static final Set<String> ADS = Set.of("اعلان", "اعلانات", "مساحه اعلانيه", "محتوي ممول", "محتوي مدفوع",
            "advertisement", "ad", "ads", "sponsored", "sponsored content", "publicite");
    private static final int SHORT_NOTICE = 40;
    private static final int LONGEST_HEADING = 100;
    private static final Map<Kind, Pattern> SHAPES = shapes();
    private static final Pattern COOKIES = words("cookies?|ملفات تعريف الارتباط|ملفات الارتباط|كوكيز|الكوكيز|الكوكي");
    private static final Pattern CONSENT = words(
            "accept|agree|consent|opt[- ]?out|opted|your experience|by continuing|continue to use|continuing to use|preferences"
                    + "|privacy|personali[sz]ed?|قبول|موافق|موافقتك|موافقه|توافق|تجربتك|تجربه|الخصوصيه|الغاء الاشتراك|يستخدم هذا الموقع"
                    + "|نستخدم|باستمرارك|j'accepte|accepter|votre experience|en poursuivant");
    private static final Pattern COMMENTS = pattern(
            "(?:\\d{1,6} |عدد )?(?:التعليقات|تعليقات|تعليق|تعليقا|comments?|commentaires?|replies|responses)"
                    + "(?: ?[(:] ?\\d{1,6}\\)?| on .{1,200}| علي .{1,200})?");

    private static final Pattern DISCLOSURE = words(
            "affiliate links?|affiliate commission|earn (?:us )?(?:a |an )?(?:small )?(?:affiliate )?commissions?"
                    + "|amazon associates?|independently (?:selected|chosen|reviewed)|chosen independently|purchases? (?:made )?through (?:our|these|the) links?"
                    + "|روابط تابعه|روابط الافلييت|نحصل على عموله");

    private static final Pattern DISCLAIMER = pattern(
            "(?:ال)?(?:اراء|مقالات|مقال|تعليقات|مواد|كتابات)(?![\\p{L}]).{0,100}(?<![\\p{L}])(?:لا تعبر|تعبر|يعبر|لا يعبر|تعكس|لا تعكس).{0,60}(?:راي|اراء|وجهه|وجهات)"
                    + "|(?:لا يجوز|يمنع|يحظر) (?:نقل|نشر|اعاده|اقتباس|استخدام|نسخ).{0,60}(?:دون|الا|بدون).{0,30}(?:اذن|موافقه|الاشاره|ترخيص)"
                    + "|may not be (?:published|reproduced|broadcast|rewritten|redistributed).{0,60}|without (?:the )?(?:(?:prior|written|express) ){1,3}(?:permission|consent)"
                    + "|(?:views|opinions) expressed .{0,120}(?:are those of|do not|are solely|not necessarily)");
    private static final Pattern COMMENT_RULES = words(
            "التعليقات|تعليقات|تعليقكم|تعليقاتكم|comments?|commenting|commenters");
    private static final Pattern RULES = words(
            "نرحب|ترحب|يرجي|الرجاء|نضطر|مراجعه|بحذف|حذف|الاساءه|المسيئه|ضوابط|شروط|سياسه|تلتزم|بعدم"
                    + "|moderat(?:ed|ion|ors?)|policy|guidelines|respectful|please|abusive|community standards|we welcome|reserves? the right");
    private static final Pattern RELATED = pattern(
            "(?:related|more|other|similar|recommended|popular|latest|recent|trending|featured|explore|discover)"
                    + "(?: .{1,40})? (?:articles?|posts?|stories|topics?|news|reads?|reading|content|guides?|resources|videos?|insights|blogs?)(?: .{1,20})?"
                    + "|(?:مقالات|مواضيع|موضوعات|اخبار|تقارير|مواد|فيديوهات) (?:ذات صله|متعلقه|مشابهه|اخري|ذات علاقه|قد تهمك|مرتبطه|مختاره)(?: .{1,40})?|(?:المزيد|مزيد) (?:من|عن|حول|في) .{1,40}");
    private static final Pattern AUTHOR = pattern(
            "(?:about|meet) (?:the )?(?:author|writer|authors|contributor)s?(?: .{1,40})?|عن (?:الكاتب|الكاتبه|المؤلف)|نبذه عن (?:الكاتب|المؤلف)");

    private Phrases() {}

    /** What a line is by its words alone, given in {@link Wording#plain plain} spelling; empty when it may be anything. */
    static Optional<Kind> kind(String plain) {
        Kind whole = WHOLE.get(plain);
        if (whole != null) {
            return Optional.of(whole);
        }
        int words = Wording.words(plain);
        if (words <= 130 && isConsent(plain)) {
            return Optional.of(Kind.COOKIES);
        }
        if (words <= 90 && DISCLOSURE.matcher(plain).find()) {
            return Optional.of(Kind.PROMOTION);
        }
        if (words <= 30) {
            for (Map.Entry<Kind, Pattern> shape : SHAPES.entrySet()) {
                if (shape.getValue().matcher(plain).matches()) {
                    return Optional.of(shape.getKey());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a paragraph after the article's last says whose opinions these are, or how to comment. */
    static boolean isRule(String plain) {
        return DISCLAIMER.matcher(plain).find()
                || COMMENT_RULES.matcher(plain).find() && RULES.matcher(plain).results().limit(2).count() > 1;
    }

    /** Whether the words only say that an advertisement follows. */
    static boolean isAd(String plain) {
        return ADS.contains(plain);
    }

    static boolean isSection(String plain) {
        return SECTIONS.contains(plain);
    }

    /** Which part of a page such a heading opens. */
    static Optional<Kind> opening(String plain) {
        Kind opening = OPENING.get(plain);
        if (opening != null || plain.length() > LONGEST_HEADING) {
            return Optional.ofNullable(opening);
        }
        if (AUTHOR.matcher(plain).matches()) {
            return Optional.of(Kind.HEAD);
        }
        return COMMENTS.matcher(plain).matches()
                ? Optional.of(Kind.COMMENTS)
                : RELATED.matcher(plain).matches() ? Optional.of(Kind.RELATED) : Optional.empty();
    }

    /** An article about cookies has the word too; a notice asks something of its reader, a long one more than once. */
    private static boolean isConsent(String plain) {
        return COOKIES.matcher(plain).find()
                && CONSENT.matcher(plain).results().limit(2).count() >= (Wording.words(plain) > SHORT_NOTICE ? 2 : 1);
    }

    private static Map<Kind, Pattern> shapes() {
        Map<Kind, String> shapes = new EnumMap<>(Kind.class);
        shapes.put(Kind.RELATED,
                "(?:اقرا|اقراي|اقرؤوا|طالع|شاهد|شاهدوا|قد يهمك|قد يعجبك)(?: ايضا| المزيد)?(?: على موقعنا)?\\s?[:|>»-].+"
                        + "|(?:اقرا|طالع|شاهد|للمزيد اقرا) ايضا .+|(?:مواضيع|مقالات|اخبار) (?:ذات صله|متعلقه)\\s?[:|-].+"
                        + "|(?:read also|also read|see also|read more|read next|related|related article|related story|related stories|more|recommended|watch"
                        + "|don't miss|you may also like|lire aussi|a lire aussi|voir aussi)\\s?[:|>»].+");
        shapes.put(Kind.COUNTER,
                "(?:عدد )?(?:المشاهدات|مشاهدات|القراءات|قراءات|الزيارات|مرات القراءه|التعليقات|views|reads|shares|likes|hits)\\s?[:(]?\\s?[\\d.,]+ ?[km]?\\)?"
                        + "|[\\d.,]+ ?(?:k|m|الف|مليون)? ?(?:مشاهده|مشاهدات|قراءه|قراءات|زياره|زيارات|تعليق|تعليقات|اعجاب|مشاركه|مشاركات|views?|reads?|likes?|shares?|comments?|vues?|partages?)"
                        + "|(?:وقت القراءه|مده القراءه|reading time|read time|temps de lecture)\\s?:?\\s?.{0,30}"
                        + "|(?:\\d+|دقيقه|دقيقتان|دقيقتين) ?(?:دقيقه|دقائق|دقيقتان)? ?(?:قراءه|للقراءه|من القراءه)"
                        + "|(?:\\d[\\d.,]*k? ){1,4}(?:دقيقه واحده|اقل من دقيقه|\\d+ دقائق|\\d+ min(?:utes?)? read)"
                        + "|(?:approx(?:imately)?\\.? )?\\d+ ?[- ]?min(?:ute)?s?\\.? (?:read|reading|to read|de lecture)");
        shapes.put(Kind.SOURCES,
                "(?:المصدر|المصادر|مصدر الخبر|مصدر|المراجع|source|sources|via)\\s?[:|]\\s?\\S+(?: \\S+){0,9}");
        shapes.put(Kind.HEAD,
                "(?:reporting|writing|additional reporting|editing) by .{1,200}|contributing: .{1,150}"
                        + "|(?:اعداد|تغطيه|شارك في التغطيه|كتابه) .{1,100}(?:للنشره العربيه|تحرير).{0,80}");
        shapes.put(Kind.SHARE,
                "(?:شارك|شاركها|شاركه|مشاركه|انشر|share|partager)(?: (?:هذا|هذه|this))?(?: (?:المقال|المقاله|الخبر|article|story|post|page))?"
                        + "(?: (?:على|عبر|مع|علي|on|via|with|sur|by) .{1,40})");
        shapes.put(Kind.PROMOTION,
                "(?:اشترك|اشتركوا|انضم|انضموا) (?:في|الي|الان|معنا|بـ|ب).*|(?:تابعنا|تابعونا|تابعوا) (?:علي|عبر|في|صفحه|صفحتنا|قناتنا|اخر|اخبار).*"
                        + "|(?:حمل|حملوا|نزل) (?:تطبيق|التطبيق).*|للاشتراك في .*"
                        + "|advertisement\\s?[·|-].{1,60}|.{0,150}newsletter.{0,120}sign up here|subscribe (?:to|now|for|today).*|sign up (?:for|to|now).*|follow us (?:on|at).*|download (?:our|the) app.*|get (?:our|the) (?:daily|weekly|free|latest|best) .*"
                        + "|abonnez-vous.*|inscrivez-vous.*|suivez-nous.*");
        shapes.put(Kind.FOOTER,
                "our standards: .{1,100}|.{0,80}(?:جميع الحقوق محفوظه|كافه الحقوق محفوظه|كل الحقوق محفوظه|all rights reserved|tous droits reserves).{0,120}"
                        + "|(?:©|\\(c\\)|copyright|حقوق النشر|حقوق الطبع).{0,150}|.{1,80}© ?.{0,80}|(?:powered|designed|developed) by .{1,80}|(?:تصميم|برمجه|تطوير) ?(?:و ?برمجه|وتطوير)? ?[:|].{1,80}");
        shapes.put(Kind.CAPTION,
                "\\d{1,2}/\\d{1,2}\\] ?\\D.{1,300}|item \\d{1,2} of \\d{1,2} .{1,300}|(?:photo|photos|image|images|picture|illustration|video|credit|photo credit|image credit|photograph|photography|image source|photo source)"
                        + "(?: (?:by|via|from|courtesy of)|s?\\s?:|\\s?/).{1,120}|courtesy (?:of )?.{1,80}|.{0,120}(?:/|via |\\| ?|: ?)(?:getty images|shutterstock|istock|unsplash|pexels|reuters|afp|ap photo|adobe stock).{0,20}"
                        + "|(?:getty images|shutterstock|istock|unsplash|pexels)|(?:الصوره|صوره|تصوير|عدسه|مصدر الصوره|الصوره من)\\s?[:|].{1,100}");
        Map<Kind, Pattern> compiled = new EnumMap<>(Kind.class);
        shapes.forEach((kind, shape) -> compiled.put(kind, pattern(shape)));
        return compiled;
    }

    private static Pattern words(String alternatives) {
        return pattern("(?<![\\p{L}])(?:" + alternatives + ")(?![\\p{L}])");
    }

    /** A pattern for plain spelling, in which these hamzas have lost their seats. */
    private static Pattern pattern(String expression) {
        return Pattern.compile(expression.replace('ئ', 'ي').replace('ؤ', 'و'), Pattern.DOTALL);
    }

    private static Map<String, Kind> whole(Map<Kind, String> lists) {
        Map<String, Kind> kinds = new HashMap<>();
        lists.forEach((kind, list) -> List.of(list.split("[|\\n]"))
                .forEach(phrase -> kinds.put(Wording.plain(phrase), kind)));
        kinds.remove("");
        return Map.copyOf(kinds);
    }
}
