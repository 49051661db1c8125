package org.isnad.platform.outbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.kernel.outbound.HttpField;

/** Follows redirects by hand, so that each address on the way is judged like the first. */
final class Redirects {
    private final Visits visits;
    private final int most;

    Redirects(Visits visits, int most) {
        this.visits = visits;
        this.most = most;
    }

    /**
     * @param wanted
     *            the fields that say what is wanted of each address
     * @param gate
     *            asked before each address
     * @return the first answer that is no redirect
     */
    Exchange follow(WebTarget start, List<HttpField> wanted, Gate gate, Trail trail, Deadline deadline) throws Refusal {
        WebTarget target = start;
        for (int redirects = 0;; redirects++) {
            gate.pass(target);
            Exchange answer = visits.visit(target, wanted, trail, deadline);
            if (!FetchTrace.isRedirect(answer.status())) {
                return answer;
            }
            if (redirects == most) {
                throw new Refusal(Reason.TOO_MANY_REDIRECTS, "It redirects more than " + most + " times.");
            }
            target = target.at(location(answer));
        }
    }

    private static String location(Exchange answer) throws Refusal {
        List<String> locations = answer.headers().stream().filter(field -> field.name().equalsIgnoreCase("Location"))
                .map(HttpField::value).distinct().toList();
        if (locations.size() > 1) {
            throw new Refusal(Reason.BAD_REDIRECT, "It redirects to " + locations.size() + " addresses at once.");
        }
        if (locations.isEmpty()) {
            throw new Refusal(Reason.BAD_REDIRECT, "It redirects without saying where to.");
        }
        return asMeant(locations.get(0));
    }

    /** Many servers write letters beyond ASCII as they are, in UTF-8. */
    private static String asMeant(String value) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    /** Whether an address may be asked, for reasons other than where it is. */
    interface Gate {
        void pass(WebTarget target) throws Refusal;
    }
}
