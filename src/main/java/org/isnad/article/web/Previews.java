package org.isnad.article.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleProposal;
import org.isnad.article.Proposals;
import org.isnad.kernel.Problem;

/** Reads the documents of a form that was sent once more, so that the page that shows it again has all that it had at first. */
@Singleton
class Previews {
    private final ArticleIntake intake;

    Previews(ArticleIntake intake) {
        this.intake = intake;
    }

    /** The documents as the form has them, with what each says itself; as many statements for many as for one. */
    List<DocumentForm> reread(List<DocumentForm> documents, DocumentsForm form) {
        List<DocumentForm> all = new ArrayList<>();
        List<Integer> readable = new ArrayList<>();
        List<ArticleProposal> proposals = new ArrayList<>();
        for (DocumentForm document : documents) {
            all.add(document);
            try {
                intake.read(document.upload(intake::fetched)).articles().stream().findFirst().ifPresent(proposal -> {
                    readable.add(all.size() - 1);
                    proposals.add(document.url().isBlank() || !document.fetched().isEmpty()
                            ? proposal
                            : proposal.at(document.url()));
                });
            } catch (Problem.Invalid problem) {
                all.set(all.size() - 1, document.errors().any() ? document : document.refused(problem));
            }
        }
        List<ArticleProposal> compared = intake.compared(new Proposals(proposals, List.of())).articles();
        for (int i = 0; i < readable.size(); i++) {
            DocumentForm document = all.get(readable.get(i));
            all.set(readable.get(i), document.reread(compared.get(i), form.back(document.n())));
        }
        return all;
    }
}
