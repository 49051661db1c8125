package org.isnad.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;

/**
 * Why a request is not answered as it was meant, in the words that go outside: nothing of the inside is in it.
 *
 * @param code
 *            ends the problem's type URI
 * @param detail
 *            one English sentence for API clients; pages have their own text for each {@link Kind}
 * @param more
 *            what else the problem's JSON says, such as the fields in error
 */
record Trouble(Kind kind, String code, String detail, Map<String, Object> more) {

    /** The kinds that a page tells apart; each has a title and an advice in the {@code problem} message bundle. */
    enum Kind {
        BAD_REQUEST(400, "Bad request"),
        SIGN_IN(401, "Sign-in needed"),
        SIGN_IN_FAILED(401, "Sign-in failed"),
        NOT_ALLOWED(403, "Not allowed"),
        FOUR_EYES(403, "Four eyes"),
        TWO_PEOPLE(403, "Two people"),
        SIGN_IN_AGAIN(403, "Sign in again"),
        DUTIES_CONFLICT(403, "Duties that must not meet"),
        ACCOUNT_ERASED(403, "Account erased"),
        FOREIGN_ORIGIN(403, "Not sent by this site"),
        NOT_FOUND(404, "Not found"),
        METHOD(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not acceptable"),
        WRONG_STATE(409, "Not possible in this state"),
        CONFLICT(409, "Conflict"),
        STALE(412, "Changed since you read it"),
        TOO_LARGE(413, "Too large"),
        MEDIA_TYPE(415, "Unsupported media type"),
        INVALID(422, "Invalid"),
        PRECONDITION(428, "Precondition required"),
        TOO_MANY(429, "Too many requests"),
        INTERNAL(500, "Internal error"),
        BUSY(503, "Busy");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        /** RFC 9457's title: the same for every occurrence. */
        String title() {
            return title;
        }

        /** The stable name in the type URI and in message keys. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    Trouble {
        more = Map.copyOf(more);
    }

    static Trouble of(Kind kind, String detail) {
        return new Trouble(kind, kind.code(), detail, Map.of());
    }

    static Trouble of(Problem problem) {
        return new Trouble(kind(problem), problem.code(), String.valueOf(problem.getMessage()), more(problem));
    }

    /** The trouble that an HTTP status alone tells of. */
    static Trouble of(int status) {
        return switch (status) {
            case 401 -> of(Kind.SIGN_IN, "Sign in, or send a valid bearer token.");
            case 403 -> of(Kind.NOT_ALLOWED, "You may not do this.");
            case 404 -> of(Kind.NOT_FOUND, "There is nothing at this address, or you may not see it.");
            case 405 -> of(Kind.METHOD, "This address does not answer this method.");
            case 406 -> of(Kind.NOT_ACCEPTABLE, "This address has no answer in the media type you accept.");
            case 409 -> of(Kind.CONFLICT, "This clashes with what is stored.");
            case 412 -> of(Kind.STALE, "It changed since you read it. Nothing was overwritten.");
            case 413 -> of(Kind.TOO_LARGE, "What was sent is larger than this server takes.");
            case 415 -> of(Kind.MEDIA_TYPE, "Send a media type that this address reads.");
            case 422 -> of(Kind.INVALID, "What was sent cannot be used.");
            case 428 -> of(Kind.PRECONDITION, "Send If-Match with the ETag you read.");
            case 429 -> of(Kind.TOO_MANY, "Too many requests. Try again in a moment.");
            case 502, 503, 504 -> of(Kind.BUSY, "The server cannot answer at the moment. Try again in a moment.");
            default -> status >= 500
                    ? of(Kind.INTERNAL, "Something went wrong here. It was logged under this request id.")
                    : of(Kind.BAD_REQUEST, "The request is malformed.");
        };
    }

    private static Kind kind(Problem problem) {
        return switch (problem.code()) {
            case "four-eyes" -> Kind.FOUR_EYES;
            case "two-people" -> Kind.TWO_PEOPLE;
            case "sign-in-again" -> Kind.SIGN_IN_AGAIN;
            case "duties-conflict" -> Kind.DUTIES_CONFLICT;
            case "account-erased" -> Kind.ACCOUNT_ERASED;
            default -> {
                if (problem instanceof Problem.NotFound) {
                    yield Kind.NOT_FOUND;
                } else if (problem instanceof Problem.NotAllowed) {
                    yield Kind.NOT_ALLOWED;
                } else if (problem instanceof Problem.WrongState) {
                    yield Kind.WRONG_STATE;
                } else if (problem instanceof Problem.Conflict) {
                    yield Kind.CONFLICT;
                } else if (problem instanceof Problem.Stale) {
                    yield Kind.STALE;
                } else if (problem instanceof Problem.PreconditionMissing) {
                    yield Kind.PRECONDITION;
                }
                yield Kind.INVALID;
            }
        };
    }

    private static Map<String, Object> more(Problem problem) {
        if (problem instanceof Problem.WrongState wrong) {
            return Map.of("attempted", wrong.attempted(), "state", wrong.state(), "possible", wrong.possible());
        }
        if (problem instanceof Problem.Stale stale) {
            Map<String, Object> versions = new LinkedHashMap<>(stale.more());
            versions.put("current", stale.current());
            return versions;
        }
        if (problem instanceof Problem.Invalid invalid) {
            return Map.of("errors", invalid.errors().stream().map(Trouble::error).toList());
        }
        return Map.of();
    }

    private static Map<String, @Nullable Object> error(Problem.FieldError error) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", error.field());
        json.put("code", error.code());
        json.putAll(error.details());
        return json;
    }

    /** The names of the fields in error, for a page that cannot show the form again. */
    List<String> fields() {
        return more.get("errors") instanceof List<?> errors
                ? errors.stream().map(error -> String.valueOf(((Map<?, ?>) error).get("field"))).distinct().toList()
                : List.of();
    }
}
