package org.isnad.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.isnad.kernel.Problem;
import org.isnad.platform.Trouble.Kind;

class CausesTest {
    @Test
    void problemsKeepTheirCodeAndDetails() {
        assertThat(Causes.explain(new Problem.NotFound("claim")).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(Causes.explain(Problem.NotAllowed.notAssignee())).extracting(Trouble::kind, Trouble::code)
                .containsExactly(Kind.NOT_ALLOWED, "not-assignee");
        assertThat(Causes.explain(Problem.NotAllowed.fourEyes()).kind()).isEqualTo(Kind.FOUR_EYES);
        Trouble stale = Causes.explain(new Problem.Stale("claim", 7).with(Map.of("stored", "a")));
        assertThat(stale.kind().status()).isEqualTo(412);
        assertThat(stale.more()).containsEntry("current", 7L).containsEntry("stored", "a");
        Trouble wrong = Causes.explain(new Problem.WrongState("publish", "queued", List.of("assign")));
        assertThat(wrong.kind().status()).isEqualTo(409);
        assertThat(wrong.more()).containsEntry("possible", List.of("assign"));
        assertThat(Causes.explain(new Problem.Invalid("title", "required")).fields()).containsExactly("title");
    }

    @Test
    void whatIsWrappedIsFound() {
        assertThat(Causes.explain(new RuntimeException(new IllegalStateException(new Problem.NotFound("x")))).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void theDatabasesRefusalsAreExplained() {
        assertThat(thrownBy("23514", "four_eyes").kind()).isEqualTo(Kind.FOUR_EYES);
        assertThat(thrownBy("23505", "article_sha256").kind()).isEqualTo(Kind.CONFLICT);
        assertThat(thrownBy("22021", "").kind()).isEqualTo(Kind.INVALID);
        assertThat(thrownBy("40001", "").kind()).isEqualTo(Kind.BUSY);
        assertThat(thrownBy("57014", "").kind()).isEqualTo(Kind.BUSY);
        assertThat(thrownBy("42601", "").kind()).isEqualTo(Kind.INTERNAL);
        assertThat(Causes.explain(new PersistenceException(new SQLException("gone", "08006"))).kind())
                .isEqualTo(Kind.BUSY);
        assertThat(Causes.explain(new OptimisticLockException("x")).kind()).isEqualTo(Kind.STALE);
    }

    @Test
    void statusesAndSecurity() {
        assertThat(Causes.explain(new NotFoundException()).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(Causes.explain(new WebApplicationException(405)).kind()).isEqualTo(Kind.METHOD);
        assertThat(Causes.explain(new UnauthorizedException()).kind()).isEqualTo(Kind.SIGN_IN);
        assertThat(Causes.explain(new ForbiddenException()).kind()).isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void unreadableJsonNamesItsField() throws IOException {
        Exception unreadable = org.junit.jupiter.api.Assertions.assertThrows(IOException.class,
                () -> new ObjectMapper().readValue("{\"round\":\"x\"}", Numbered.class));
        Trouble trouble = Causes.explain(unreadable);

        assertThat(trouble.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(trouble.fields()).containsExactly("round");
    }

    @Test
    void nothingOfTheInsideGoesOutside() {
        Trouble trouble = Causes.explain(new IllegalStateException("password=secret at org.isnad.X"));

        assertThat(trouble.kind().status()).isEqualTo(500);
        assertThat(trouble.detail()).doesNotContain("secret").doesNotContain("org.isnad");
        assertThat(trouble.more()).isEmpty();
    }

    private static Trouble thrownBy(String state, String constraint) {
        String message = "SERROR\0C" + state + "\0Mrefused\0n" + constraint + "\0";
        return Causes.explain(new PersistenceException(new PSQLException(new ServerErrorMessage(message))));
    }

    record Numbered(int round) {}
}
