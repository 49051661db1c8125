package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.isnad.kernel.web.VisibleText.Run;

class VisibleTextTest {
    @Test
    void plainTextStaysOnePiece() {
        assertThat(VisibleText.visible("عبرت أربعون شاحنة (40) 🚚."))
                .containsExactly(new Run("عبرت أربعون شاحنة (40) 🚚.", null, false));
    }

    @Test
    void controlCharactersAreShownAndNotObeyed() {
        assertThat(VisibleText.visible("a\u202Eb\u200F")).containsExactly(new Run("a", null, false),
                new Run("RLO", "U+202E", false),
                new Run("b", null, false), new Run("RLM", "U+200F", false));
    }

    @Test
    void whatIsAllBlocksIsErasedAndBlocksAmongWordsAreWords() {
        assertThat(VisibleText.visible("█████\n███")).containsExactly(new Run("█████\n███", null, true));
        assertThat(VisibleText.visible("The file said ███."))
                .containsExactly(new Run("The file said ███.", null, false));
        assertThat(VisibleText.visible("\n")).containsExactly(new Run("\n", null, false));
    }
}
