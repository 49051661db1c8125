package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.Action;

/** What features call their actions must have words, and each word an action. */
class HistoryActionTest {
    @Test
    void everyActionHasWords() {
        Set<String> actions = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.isnad").stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Action.class)).map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants())).map(constant -> ((Action) constant).name())
                .collect(Collectors.toSet());

        assertThat(Stream.of(HistoryAction.values()).map(Enum::name)).containsExactlyInAnyOrderElementsOf(actions);
    }

    @Test
    void anUnknownActionIsNone() {
        assertThat(HistoryAction.of("DRAFT_SAVED")).contains(HistoryAction.DRAFT_SAVED);
        assertThat(HistoryAction.of("SOMETHING_LATER")).isEmpty();
    }
}
