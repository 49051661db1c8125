package org.isnad.article.web;

import java.util.Set;

import jakarta.inject.Singleton;

import org.isnad.article.ArticleIntake;
import org.isnad.kernel.Problem;

/** Reads the documents of a form that was sent once more, so that the page that shows it again has all that it had at first. */
@Singleton
class Previews {
    private final ArticleIntake intake;

    Previews(ArticleIntake intake) {
        this.intake = intake;
    }

    /**
     * The document as the form has it, with what it says itself.
     *
     * @param back
     *            its lines that are ticked to go back into the text
     */
    DocumentForm reread(DocumentForm document, Set<Integer> back) {
        try {
            return intake.propose(document.upload(intake::fetched)).articles().stream().findFirst()
                    .map(proposal -> document.reread(proposal, back)).orElse(document);
        } catch (Problem.Invalid problem) {
            return document.errors().any() ? document : document.refused(problem);
        }
    }
}
