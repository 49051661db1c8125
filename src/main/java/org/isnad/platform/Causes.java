package org.isnad.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.TimeoutException;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.isnad.kernel.Problem;
import org.isnad.platform.Trouble.Kind;

/** Finds out what a thrown exception means to whoever sent the request. What it cannot explain is logged and answered as 500. */
final class Causes {
    private static final Logger LOG = Logger.getLogger(Causes.class);
    private static final int DEEPEST = 20;

    private Causes() {}

    static Trouble explain(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause)).limit(DEEPEST)
                .flatMap(Optional::stream).flatMap(cause -> known(cause).stream()).findFirst()
                .orElseGet(() -> unexpected(thrown));
    }

    private static Optional<Trouble> known(Throwable cause) {
        if (cause instanceof Problem problem) {
            return Optional.of(Trouble.of(problem));
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return Optional.of(Trouble.of(invalid(invalid)));
        }
        if (cause instanceof JacksonException json) {
            return Optional.of(unreadable(json));
        }
        if (cause instanceof UnauthorizedException || cause instanceof AuthenticationFailedException) {
            return Optional.of(Trouble.of(401));
        }
        if (cause instanceof ForbiddenException) {
            return Optional.of(Trouble.of(403));
        }
        if (cause instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status < 500 ? Optional.of(Trouble.of(status)) : Optional.empty();
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Optional.of(Trouble.of(412));
        }
        if (cause instanceof SQLException sql) {
            return refusedByDatabase(sql);
        }
        return cause instanceof TimeoutException ? Optional.of(Trouble.of(503)) : Optional.empty();
    }

    /** PostgreSQL's error codes (its manual, appendix A) that are about the request and not about a bug. */
    private static Optional<Trouble> refusedByDatabase(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String constraint = sql instanceof PSQLException server ? constraint(server.getServerErrorMessage()) : "";
        if (constraint.equals("four_eyes")) {
            LOG.warnf("The database refused a change that four eyes forbid, which the application had let through: %s",
                    sql.getMessage());
            return Optional.of(Trouble.of(Problem.NotAllowed.fourEyes()));
        }
        if (state.equals("23505") || state.equals("23P01")) {
            return Optional.of(Trouble.of(Kind.CONFLICT, "Something like this was stored at the same moment."));
        }
        if (state.equals("22021") || state.equals("22P05")) {
            return Optional.of(Trouble.of(Kind.INVALID, "The text has characters that cannot be stored."));
        }
        boolean passing = state.startsWith("40") || state.startsWith("08") || state.startsWith("53")
                || state.startsWith("57") || state.equals("55P03");
        if (passing) {
            LOG.errorf("The database did not answer: %s %s", state, sql.getMessage());
            return Optional.of(Trouble.of(503));
        }
        return Optional.empty();
    }

    private static String constraint(ServerErrorMessage message) {
        return message == null || message.getConstraint() == null ? "" : message.getConstraint();
    }

    private static Problem.Invalid invalid(ConstraintViolationException violations) {
        return new Problem.Invalid(violations.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), code(violation), Map.of()))
                .toList());
    }

    private static String field(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    private static String code(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "too-long";
            default -> "invalid";
        };
    }

    private static Trouble unreadable(JacksonException json) {
        String field = json instanceof JsonMappingException mapping
                ? String.join(".", mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .toList())
                : "";
        if (!field.isEmpty()) {
            return new Trouble(Kind.BAD_REQUEST, "bad-request", "The JSON field " + field + " cannot be read.",
                    Map.of("errors", List.of(Map.of("field", field, "code", "not-readable"))));
        }
        JsonLocation place = json.getLocation();
        return Trouble.of(Kind.BAD_REQUEST, "The JSON cannot be read" + (place == null
                ? "."
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr() + "."));
    }

    private static Trouble unexpected(Throwable thrown) {
        if (thrown instanceof IOException) {
            LOG.debug("The client went away", thrown);
        } else {
            LOG.error("A request failed", thrown);
        }
        return Trouble.of(500);
    }

}
