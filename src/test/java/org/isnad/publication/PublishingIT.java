package org.isnad.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class PublishingIT {
    @Inject
    Newsroom newsroom;
    @Inject
    Publishing publishing;
    @Inject
    Publications publications;
    @Inject
    ClaimAssignment assignment;

    @Test
    void thePageStaysUpThroughACorrectionAndKeepsANoteOfWhatChanged() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(newsroom.reviewer(), editor);
        String slug = page(claim).slug();

        publishing.correct(claim, Expected.any(), "A reader wrote.", "We are checking a figure.", editor);
        assertThat(page(claim).state()).isEqualTo(PublicationState.UNDER_CORRECTION);
        assertThat(page(claim).publicNote()).isEqualTo("We are checking a figure.");

        Actor second = newsroom.reviewer();
        assignment.take(claim, second);
        newsroom.draft(claim, "false", "The bulletin was wrong [1].", second);
        assertThat(newsroom.submit(claim, second)).isEqualTo(2);
        newsroom.approve(claim, 2, editor);
        assertThat(catchThrowableOfType(Problem.Invalid.class,
                () -> publishing.publish(claim, Expected.any(), "done", " ", editor)).errors())
                .extracting(Problem.FieldError::field).containsExactly("note");
        publishing.publish(claim, Expected.any(), "done", "The gate closed at half past six.", editor);

        assertThat(page(claim).slug()).isEqualTo(slug);
        assertThat(page(claim).state()).isEqualTo(PublicationState.LIVE);
        List<Edition> editions = QuarkusTransaction.requiringNew().call(() -> publications.editions(claim));
        assertThat(editions).extracting(Edition::number, Edition::note).containsExactly(
                org.assertj.core.api.Assertions.tuple(2, "The gate closed at half past six."),
                org.assertj.core.api.Assertions.tuple(1, null));
    }

    @Test
    void aRetractedPageStaysAndSaysWhy() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(newsroom.reviewer(), editor);
        publishing.retract(claim, Expected.any(), "forged document", "The document was forged.", editor);
        assertThat(page(claim).state()).isEqualTo(PublicationState.RETRACTED);
        assertThatThrownBy(() -> publishing.correct(claim, Expected.any(), "x", "y", editor))
                .isInstanceOf(Problem.WrongState.class);
    }

    @Test
    void nothingIsPublishedUnapprovedOrByAReviewerOrWithoutAReason() {
        Actor editor = newsroom.editor();
        Actor reviewer = newsroom.reviewer();
        ClaimId submitted = newsroom.submitted(reviewer);
        assertThatThrownBy(() -> publishing.publish(submitted, Expected.any(), "x", null, editor))
                .isInstanceOf(Problem.WrongState.class);
        ClaimId approved = newsroom.approved(reviewer, editor);
        assertThatThrownBy(() -> publishing.publish(approved, Expected.any(), "x", null, reviewer))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> publishing.publish(approved, Expected.any(), " ", null, editor))
                .isInstanceOf(Problem.Invalid.class);
    }

    private Publication page(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> publications.of(claim).orElseThrow());
    }
}
