package org.isnad.article.suggestion;

import java.util.List;

/**
 * A sentence with what somebody who read it found (guideline.md).
 *
 * @param article
 *            the article, or the list of own-written ones, that is never split between training and test
 * @param label
 *            0 to 2
 */
record LabelledSentence(String article, String language, String text, int label, double[] features, List<Word> words) {
    boolean worthChecking() {
        return label > 0;
    }
}
