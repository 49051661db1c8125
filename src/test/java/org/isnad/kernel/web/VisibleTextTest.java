package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.isnad.kernel.web.VisibleText.Run;

class VisibleTextTest {
    @Test
    void plainTextStaysOnePiece() {
        assertThat(VisibleText.visible("عبرت أربعون شاحنة (40) 🚚."))
                .containsExactly(new Run("عبرت أربعون شاحنة (40) 🚚.", null));
    }

    @Test
    void controlCharactersAreShownAndNotObeyed() {
        assertThat(VisibleText.visible("a\u202Eb\u200F")).containsExactly(new Run("a", null), new Run("RLO", "U+202E"),
                new Run("b", null), new Run("RLM", "U+200F"));
    }
}
