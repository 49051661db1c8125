package org.isnad.desk.web;

import java.net.URI;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import org.isnad.desk.OriginRecord;
import org.isnad.desk.OriginRecords;
import org.isnad.desk.OriginWorks;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.IfMatch;
import org.isnad.kernel.web.Paging;
import org.isnad.origin.OriginEditing;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;

/** What the APIs of outlets and of authors have in common: each answers the record as it stands now, with its ETag. */
@ApplicationScoped
class OriginAnswers {
    private final OriginRecords records;
    private final OriginWorks works;
    private final OriginEditing editing;
    private final CurrentActor actor;

    OriginAnswers(OriginRecords records, OriginWorks works, OriginEditing editing, CurrentActor actor) {
        this.records = records;
        this.works = works;
        this.editing = editing;
        this.actor = actor;
    }

    Response list(OriginKind kind, @Nullable String q, @Nullable String limit, @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        if (q != null && q.indexOf('\0') >= 0) {
            throw new Problem.Invalid("q", "not-text");
        }
        String words = q == null || q.isBlank() ? null : q.strip();
        return paging.answer(
                records.list(kind, words, paging.after(), paging.limit(), actor.get()).map(OriginJson.Summary::of),
                uri);
    }

    Response read(OriginKind kind, String id) {
        UUID asked = id(kind, id).value();
        OriginRecord origin = records.find(new OriginId(asked)).filter(found -> found.kind() == kind)
                .orElseThrow(() -> new Problem.NotFound(kind.singular()));
        if (!origin.id().equals(asked)) {
            return Response.seeOther(address(kind, new OriginId(origin.id()))).build();
        }
        return answer(origin);
    }

    Response rename(OriginKind kind, String id, @Nullable String ifMatch, OriginJson.@Nullable Renaming body) {
        OriginId origin = id(kind, id);
        editing.rename(kind, origin, IfMatch.version(ifMatch), body == null ? null : body.name(),
                body == null ? null : body.note(), actor.get());
        return now(origin);
    }

    Response merge(OriginKind kind, String id, @Nullable String ifMatch, OriginJson.@Nullable Merger body) {
        OriginId into = body == null || body.into() == null ? null : new OriginId(body.into());
        OriginId origin = id(kind, id);
        editing.merge(kind, origin, IfMatch.version(ifMatch), into, body == null ? null : body.note(), actor.get());
        return now(origin);
    }

    Response part(OriginKind kind, String id, @Nullable String ifMatch, OriginJson.@Nullable Separation body) {
        return now(editing.part(kind, id(kind, id), IfMatch.version(ifMatch), body == null ? null : body.name(),
                body == null ? null : body.note(), actor.get()));
    }

    private Response now(OriginId id) {
        return answer(records.find(id).orElseThrow());
    }

    private Response answer(OriginRecord origin) {
        return Response.ok(OriginJson.Full.of(origin, works.summary(origin, actor.get())))
                .tag(IfMatch.tag(origin.version()))
                .header(HttpHeaders.CONTENT_LOCATION, address(origin.kind(), new OriginId(origin.id()))).build();
    }

    private static OriginId id(OriginKind kind, String text) {
        return Ids.parse(text).map(OriginId::new).orElseThrow(() -> new Problem.NotFound(kind.singular()));
    }

    private static URI address(OriginKind kind, OriginId id) {
        return URI.create("/api/v1/" + kind.plural() + "/" + id);
    }
}
