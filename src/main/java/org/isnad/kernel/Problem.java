package org.isnad.kernel;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Why the desk refuses a request; the one mapper in {@code platform} answers it as RFC 9457 problem details or as a page. The
 * {@code code} is stable, names the text in the {@code problems} message bundle and ends the problem's type URI.
 */
public abstract sealed class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    private Problem(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** There is no such thing, or the actor may not know that there is (404). */
    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        public NotFound(String what) {
            super("not-found", "There is no such " + what + ", or you may not see it.");
        }
    }

    /** Known who, known what, not allowed (403). */
    public static final class NotAllowed extends Problem {
        private static final long serialVersionUID = 1L;

        public NotAllowed(String code, String message) {
            super(code, message);
        }

        /** The four-eyes rule: whoever contributed in any round never approves. */
        public static NotAllowed fourEyes() {
            return new NotAllowed("four-eyes",
                    "You contributed to this claim, so you cannot approve or return it. Ask another senior editor.");
        }

        public static NotAllowed notAssignee() {
            return new NotAllowed("not-assignee", "Only the person to whom the claim is assigned can do this.");
        }

        public static NotAllowed signInAgain() {
            return new NotAllowed("sign-in-again",
                    "Your sign-in is too old for this decision. Sign in again and repeat it.");
        }

        public static NotAllowed role() {
            return new NotAllowed("role", "Your role does not allow this.");
        }
    }

    /** The thing is not in a state in which this can be done (409); says what is possible now. */
    public static final class WrongState extends Problem {
        private static final long serialVersionUID = 1L;
        private final String attempted;
        private final String state;
        private final List<String> possible;

        public WrongState(String attempted, String state, List<String> possible) {
            super("wrong-state", "Cannot " + attempted + " while it is " + state + ". Possible now: "
                    + (possible.isEmpty() ? "nothing" : String.join(", ", possible)) + ".");
            this.attempted = attempted;
            this.state = state;
            this.possible = List.copyOf(possible);
        }

        public String attempted() {
            return attempted;
        }

        public String state() {
            return state;
        }

        public List<String> possible() {
            return possible;
        }
    }

    /** It clashes with something that exists (409). */
    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String code, String message) {
            super(code, message);
        }
    }

    /** Somebody else changed it since it was read (412); nothing was written. */
    public static final class Stale extends Problem {
        private static final long serialVersionUID = 1L;
        private final long current;
        private final transient Map<String, Object> more;

        public Stale(String what, long current) {
            this("The " + what + " changed since you read it. Nothing was overwritten; look at both versions.", current,
                    Map.of());
        }

        private Stale(String message, long current, Map<String, Object> more) {
            super("stale", message);
            this.current = current;
            this.more = more;
        }

        /** The same with what an API client needs to see both versions, such as what is stored and what was sent. */
        public Stale with(Map<String, Object> versions) {
            return new Stale(String.valueOf(getMessage()), current, Map.copyOf(versions));
        }

        /** The version that is stored now. */
        public long current() {
            return current;
        }

        public Map<String, Object> more() {
            return more;
        }
    }

    /** A change must name the version it is based on, and did not (428). */
    public static final class PreconditionMissing extends Problem {
        private static final long serialVersionUID = 1L;

        public PreconditionMissing() {
            super("precondition-required",
                    "Send If-Match with the ETag you read, so that nobody's work is overwritten.");
        }
    }

    /** What was sent is not usable (422); says per field what to do. */
    public static final class Invalid extends Problem {
        private static final long serialVersionUID = 1L;
        private final List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            super("invalid", "Some fields need attention: "
                    + String.join(", ", errors.stream().map(e -> e.field() + " (" + e.code() + ")").toList()) + ".");
            this.errors = List.copyOf(errors);
        }

        public Invalid(String field, String code) {
            this(List.of(new FieldError(field, code, Map.of())));
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param code
     *            stable, names the text: {@code required}, {@code too-long}, {@code not-text}, {@code not-a-link}, …
     * @param details
     *            what the text mentions, such as {@code max}
     */
    public record FieldError(String field, String code, Map<String, @Nullable Object> details) {
        private static final long serialVersionUID = 1L;
    }
}
