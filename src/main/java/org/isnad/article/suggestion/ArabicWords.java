package org.isnad.article.suggestion;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which {@link ArabicSpeech} finds its way, without vowel marks and prefixes. */
final class ArabicWords {
    static final Set<String> SAYING = plain("قال قالت قالوا يقول تقول يقولون أكد أكدت أكدوا يؤكد تؤكد أعلن أعلنت "
            + "أعلنوا يعلن تعلن كشف كشفت يكشف تكشف أفاد أفادت يفيد تفيد صرح صرحت أوضح أوضحت يوضح توضح أشار أشارت "
            + "أشاروا تشير ذكر ذكرت تذكر أضاف أضافت أضافوا يضيف تابع تابعت بينت شدد شددت لفت لفتت حذر حذرت يحذر "
            + "أورد أوردت روى روت يروي كتب كتبت اعتبر اعتبرت يعتبر رأى رأت يرى ترى تحدث تحدثت يتحدث رجح رجحت أقر أقرت اعترف اعترفت "
            + "نقل نقلت أبلغ أبلغت أخبر أخبرت اتهم اتهمت يتهم أظهر أظهرت نشر نشرت أعرب أعربت ادلى أدلت استبعد استبعدت علل بررت شهد");
    static final Set<String> DOUBTING = plain("زعم زعمت زعموا يزعم تزعم يزعمون ادعى ادعت ادعوا يدعي تدعي يدعون");
    static final Set<String> DENYING = plain("نفى نفت نفوا ينفي تنفي فند فندت كذب كذبت");
    // Words that are something else as well: they count only where «أن» or a colon or a quotation follows.
    static final Set<String> AMBIGUOUS = plain(
            "ذكر تذكر تابع كتب رأى يرى ترى نقل نقلت شهد نشر نشرت أظهر اعتبر يعتبر لفت أقر "
                    + "كذب كذبت بينت روى علل تشير يفيد تفيد شدد أضاف تحدث حذر رجح أبلغ أخبر تابعت");
    /** These are followed by «عن» and what is told. */
    static final Set<String> TELLING_OF = plain(
            "كشف كشفت يكشف تكشف أعلن أعلنت تحدث تحدثت يتحدث عبر أعرب أعربت أفاد أفادت");
    static final Set<String> CARRYING = plain("نقل نقلت نقلا ينقل");
    static final Set<String> ACCORDING = plain("بحسب حسب وفق وفقا طبقا استنادا نقلا لسان");
    static final Set<String> NO_SOURCE = plain(
            "تعبيره تعبيرها تعبيرهم قوله قولها قولهم وصفه وصفها رأيه رأيها زعمه زعمهم "
                    + "القانون قانون الدستور الاتفاق اتفاق الخطة خطة الرزنامة المعايير معايير الحاجة شروط بنود قواعد القواعد ترتيب البرنامج "
                    + "برنامج جدول مقتضيات مبدأ ظروف الظروف الأصول الأنظمة مصادره تصريحه تصريحها تصريحهم");
    static final Set<String> UNNAMED = plain(
            "مصدر مصادر المصدر المصادر تقارير التقارير أنباء معلومات المعلومات شهود تسريبات "
                    + "التقاطعات تقاطعات مطلعون ناشطون نشطاء مراقبون مراقبين ناجون أهالي سكان مسؤولون مسؤولين مسؤولان مسؤول مجهولون "
                    + "روايات شهادات أقارب");
    static final Set<String> STOP = plain(
            "أمس اليوم غدا مساء صباح ظهر فجر ليل ليلة السبت الأحد الاثنين الثلاثاء الأربعاء "
                    + "الخميس الجمعة بعد قبل منذ خلال أثناء عقب إثر حيث الذي التي الذين وهو وهي مقره ومقره ومقرها ضيف قائلا قائلة ردا تعليقا "
                    + "مؤكدا مؤكدة مشيرا مشيرة مضيفا مضيفة موضحا موضحة عندما لما حين على من إلى عبر ضمن لدى مع بأنه بشأن بخصوص حول قولهم قوله "
                    + "قولها قد لقد لم لن لا ما عما مما أو ثم لكن عقد يوم بالقول هناك كان كانت سابقا لاحقا مؤخرا حيال تجاه دون في عن قيام وجود "
                    + "مرارا تكرارا أيضا كذلك رسميا مجددا آنذاك فإذا إذا كيف لماذا هل لدى صحة أي كل مخاطبا هذه هذا تلك بداية نهاية مطلع أواخر");
    static final Set<String> OCCASION = plain(
            "تصريح تصريحات بيان حديث حوار مقابلة مؤتمر كلمة خطاب اتصال مداخلة تدوينة تغريدة "
                    + "لقاء وقت مقال رسالة بلاغ تقرير ندوة وقته");
    static final Set<String> HEADS_WITH_IN = plain(
            "مصادر مصدر مسؤول مسؤولون مسؤولين قيادي القيادي قياديون عضو العضو ضابط ضباط "
                    + "باحث الباحث خبير الخبير ناشط الناشط المسؤول محلية مطلعة أمنية أمني عسكرية كبير محلي رسمي رسمية ناشطون شهود سكان رئيس");
    static final Set<String> OUTLETS = plain(
            "لوكالة لصحيفة لقناة لمراسل لمراسلة لموفد لوسائل لإذاعة لموقع لشبكة لمجلة للصحفيين "
                    + "للصحافيين للجزيرة لرويترز للأناضول للجوهرة للشرطة لبي لسكاي ل لـ لفرانس لبرنامج لتلفزيون للتلفزيون لبعض للقناة للصحيفة للوكالة");
    static final Set<String> BEFORE_SUBJECT = plain(
            "وكان وكانت كان كانت لكن ولكن غير أن إلا فيما بينما حيث كما إذ قد وقد فقد لقد "
                    + "علما وأن بأن بدوره بدورها من جهته جهتها جانبه جانبها أنه أنها إنه إنها هو هي هم وهو وهي وهم الذي التي ما وما الأمر يذكر يشار إلى");
    /** «أفاد بمقتل»: what is told stands after «ب». */
    static final Set<String> TELLING_BY = plain("أفاد أفادت يفيد تفيد صرح صرحت أدلى أدلت ادعى ادعت اتهم اتهمت");
    static final Set<String> SAID_BY = plain("قوله قولها قولهم قولهما");
    static final Set<String> RELATIVE = plain("ما التي الذي كما الذين");
    static final Set<String> SAYING_MORE = plain(
            "مشيرا مشيرة مؤكدا مؤكدة مضيفا مضيفة موضحا موضحة معتبرا معتبرة مبينا مبينة مرجحا "
                    + "مبرزا لافتا متابعا");
    static final Set<String> ONE_OF_SEVERAL = plain("عدد عددا ثلاثة اثنين واحد كثير العديد أحد");
    static final Set<String> OFFICES = plain(
            "النائب نائب الناطق ناطق المتحدث متحدث الوزير وزير النائبة عضو العضو القيادي قيادي المسؤول "
                    + "مسؤول الناطقة المتحدثة");
    static final Set<String> NOT_A_SUBJECT = plain(
            "لم لن على إلى فيه الذي التي الذين كان كانت ما قد أن أنه أنها حيث ثم بل ليس");
    static final Set<String> AFTER_SOURCE = plain(
            "قد فقد قولهم قوله قولها فيما حيث اليوم أمس قبل بعد خلال التي الذي ومقره في عند إلى عبر");
    static final Set<String> SOURCE_AS_CLAUSE = plain("ما لما عما إلى عن");
    static final Set<String> BEFORE_SOURCE = plain("عنه به بها عنها له لها لهم أمس اليوم أيضا");
    static final Set<String> TELLING_IT = plain(
            "أكده أكدته أكدها نقله نقلته كشفه كشفته ذكره ذكرته ذكرها أورده أوردته أعلنه أعلنته أظهرته "
                    + "قاله قالته نشره نشرته صرحت أفادت أفادته جاء ورد");
    static final Set<String> PRONOUNS = plain(
            "هو هي هم أنه أنها به بها ذلك هذا أيضا كذلك بدوره نحن أنا لها له عنه هؤلاء هذه");
    static final Set<String> UTTERANCES = plain("تصريح تصريحات بيانات أقوال قول");

    static final Set<String> NEGATION = plain("لم لن لا ولم ولن ولا");
    /** What is told may follow these at once, so only a word that can speak is taken for their subject. */
    static final Set<String> WITH_OBJECT = plain("كشف كشفت يكشف تكشف أظهر أظهرت نشر نشرت بينت");

    static final Set<String> WITH_PREFIX = plain("وفقا طبقا تبعا");
    static final Set<String> IN_IT = plain("فيه فيها");
    static final Set<String> SOURCES = plain(
            "وثائق معلومات تقارير مصادر تسريبات أنباء تسجيلات بيانات شهادات وثيقة تقرير تسجيل");
    /** «يدعى فلان»: only its last letter tells it from «يدعي». */
    static final Set<String> NAMED = Set.of("يدعى", "تدعى", "ويدعى", "وتدعى", "يُدعى", "تُدعى", "المدعى");

    private ArabicWords() {}

    private static Set<String> plain(String list) {
        return Arrays.stream(list.split(" ")).map(Word::plain).collect(Collectors.toCollection(HashSet::new));
    }
}
