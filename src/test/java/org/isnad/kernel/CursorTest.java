package org.isnad.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Property
    void comesBackAsItWent(@ForAll long first, @ForAll long high, @ForAll long low) {
        UUID second = new UUID(high, low);
        assertThat(Cursor.parts(Cursor.of(first, second), 2))
                .contains(List.of(Long.toString(first), second.toString()));
    }

    @Property
    void foreignTextIsAnsweredAsInvalidAndNeverBreaks(@ForAll String text) {
        try {
            Cursor.parts(text, 3);
        } catch (Problem.Invalid e) {
            assertThat(e.errors().get(0).code()).isEqualTo("not-a-cursor");
        }
    }

    @Test
    void noCursorIsTheStart() {
        assertThat(Cursor.parts(null, 2)).isEmpty();
        assertThat(Cursor.parts("", 2)).isEmpty();
        assertThatThrownBy(() -> Cursor.parts(Cursor.of("a"), 2)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> Cursor.parts(Cursor.of("a\0", "b"), 2)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void theExtraRowOnlySaysThatThereIsMore() {
        List<Integer> rows = IntStream.rangeClosed(1, 4).boxed().toList();
        assertThat(Page.of(rows, 3, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2, 3), "3"));
        assertThat(Page.of(rows, 4, String::valueOf)).isEqualTo(new Page<>(rows, null));
    }
}
