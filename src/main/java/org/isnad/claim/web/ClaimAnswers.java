package org.isnad.claim.web;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimRow;
import org.isnad.claim.ClaimRows;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.IfMatch;

/** The answer of every act that moves a claim: the claim as it stands now, with its ETag (RFC 9110, Content-Location). */
@ApplicationScoped
public class ClaimAnswers {
    private final ClaimRows rows;

    ClaimAnswers(ClaimRows rows) {
        this.rows = rows;
    }

    public Response now(ClaimId id) {
        return answer(Response.ok(), id);
    }

    Response created(ClaimId id) {
        return answer(Response.created(address(id)), id);
    }

    private Response answer(Response.ResponseBuilder answer, ClaimId id) {
        ClaimRow row = rows.row(id);
        return answer.entity(ClaimJson.of(row)).tag(IfMatch.tag(row.version()))
                .header(HttpHeaders.CONTENT_LOCATION, address(id)).build();
    }

    /** The claim that a path names; what is no id names nothing. */
    public static ClaimId id(String text) {
        return Ids.parse(text).map(ClaimId::new).orElseThrow(() -> new Problem.NotFound("claim"));
    }

    public static URI address(ClaimId id) {
        return URI.create("/api/v1/claims/" + id);
    }
}
