package org.isnad.kernel.text;

import java.util.regex.Pattern;

/** The words that stand before the names in a byline, such as «بقلم» and "by". */
public final class BylineHeading {
    private static final Pattern HEADING = Pattern.compile(
            "^(?:(?:written by|posted by|story by|by|par|author|مرسلة بواسطة|نشر بواسطة|بواسطة|بقلم|كتبه?|كتبته?|كتبها|إعداد|اعداد|تحرير|حوار"
                    + "|الكاتبة?|المؤلفة?)(?:\\s*[:：]\\s*|\\s+)|(?:تقرير|تحقيق|متابعة|report)\\s*[:：]\\s*)(?=\\S)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private BylineHeading() {}

    /** The names alone; the whole line where no such word stands before them. */
    public static String without(String byline) {
        return HEADING.matcher(byline.strip()).replaceFirst("").strip();
    }
}
