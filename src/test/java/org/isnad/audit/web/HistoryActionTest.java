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
    /** Actions of other aggregates, whose histories are no claim's. */
    private static final Set<String> NOT_OF_A_CLAIM = Set.of("PERSON_JOINED", "PERSON_CHANGED", "SIGN_IN_REFUSED",
            "ARTICLE_RECEIVED", "ARTICLE_TRIAGE_FINISHED", "ARTICLE_TRIAGE_REOPENED", "RATING_SCALE_ADOPTED",
            "ARTICLE_READ",
            "LIST_READ", "LOG_EXPORTED");

    @Test
    void everyActionOfAClaimHasWords() {
        Set<String> actions = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.isnad").stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Action.class)).map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants())).map(constant -> ((Action) constant).name())
                .collect(Collectors.toSet());

        assertThat(actions).containsAll(NOT_OF_A_CLAIM);
        actions.removeAll(NOT_OF_A_CLAIM);
        assertThat(Stream.of(HistoryAction.values()).map(Enum::name)).containsExactlyInAnyOrderElementsOf(actions);
    }

    @Test
    void anUnknownActionIsNone() {
        assertThat(HistoryAction.of("DRAFT_SAVED")).contains(HistoryAction.DRAFT_SAVED);
        assertThat(HistoryAction.of("SOMETHING_LATER")).isEmpty();
    }
}
