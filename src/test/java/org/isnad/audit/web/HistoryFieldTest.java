package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFieldTest {
    @ParameterizedTest
    @CsvSource({"claimant, CLAIMANT", "claim.claimant, CLAIMANT", "publication_edition.claimant, CLAIMANT",
            "appearance.prefix, APPEARANCE", "appearance.exact, APPEARANCE", "article_version.file_name, FILE_NAME",
            "article_version.text, TEXT", "article_version.original, ORIGINAL", "approval.reason, REASON",
            "evidence.url, URL", "publication_edition.note, NOTE", "publication.public_note, NOTE", "person.name, NAME",
            "capture.requested, FETCHED_FROM", "capture.final_url, FETCHED_FROM", "capture.redirects, FETCHED_FROM",
            "capture.warc, ORIGINAL", "article_version.found, FOUND", "sighting.url, URL"})
    void whatAStepErasesFromRowsHasTheWordsOfFields(String stored, HistoryField field) {
        assertThat(HistoryField.of("CLAIM", stored)).contains(field);
    }

    @Test
    void aNameThatIsNotKnownHasNoWord() {
        assertThat(HistoryField.of("CLAIM", "claim.colour")).isEmpty();
        assertThat(HistoryField.of("CLAIM", "")).isEmpty();
    }
}
