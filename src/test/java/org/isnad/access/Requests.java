package org.isnad.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.isnad.origin.OriginId;
import org.isnad.testsupport.Outlets;

/** What each endpoint that reads a body is sent, so that whoever may call it succeeds. */
final class Requests {
    /**
     * A request's body.
     *
     * @param json
     *            the JSON, or empty for a form
     * @param fields
     *            a form's fields
     * @param ifMatch
     *            the If-Match header's value, or empty
     */
    record Body(String json, Map<String, String> fields, String ifMatch, boolean multipart) {
        static Body json(String json) {
            return new Body(json.replace('\'', '"'), Map.of(), "*", false);
        }

        static Body form(String... namesAndValues) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Body("", fields, "", false);
        }

        Body asMultipart() {
            return new Body(json, fields, ifMatch, true);
        }

        Body ifMatch(long version) {
            return new Body(json, fields, "\"" + version + "\"", multipart);
        }
    }

    private static final OriginId NOBODY = new OriginId(new UUID(0, 0));
    private static final String FUTURE = "2099-01-01T12:00";
    private static final String EVIDENCE = "{'url':'https://wadi.example/b','title':'Bulletin','stance':'REFUTES','source':'PRIMARY'}";
    private static final String[] EVIDENCE_FIELDS = {"url", "https://wadi.example/b", "title", "Bulletin", "stance",
            "REFUTES", "source", "PRIMARY"};
    private static final String[] DRAFT_FIELDS = {"rating", "false", "summary", "No.", "rationale", "See [1]."};

    private static final Map<String, Function<Place, Body>> BODIES = Map.ofEntries(
            form("/language", p -> Body.form("to", "en", "back", "/facts")),
            form("/audit/checks", p -> Body.form()),
            form("/audit/checks/{check}/stop", p -> Body.form()),
            form("/api/v1/log/checks", p -> Body.json("")),
            form("/intake/{job}/start", p -> Body.form()),
            form("/intake/{job}/discard", p -> Body.form()),
            form("/intake/{job}/cancel", p -> Body.form()),
            form("/intake/{job}/resume", p -> Body.form()),
            form("/intake/{job}/retry", p -> Body.form()),
            form("/intake/{job}/rows/{position}/dismiss", p -> Body.form()),
            form("/intake/{job}/rows/{position}/restore", p -> Body.form()),
            form("/sources",
                    p -> Body.form("name", "Wadi", "url", "https://wadi.example/" + UUID.randomUUID(), "every", "30")),
            form("/sources/{source}/pause", p -> Body.form()),
            form("/sources/{source}/resume", p -> Body.form()),
            form("/sources/{source}/remove", p -> Body.form()),
            form("/api/v1/sources",
                    p -> Body.json("{'name':'Wadi','url':'https://wadi.example/" + UUID.randomUUID() + "'}")),
            put("/api/v1/sources/{source}",
                    p -> Body.json("{'name':'Other','everyMinutes':60,'paused':false}").ifMatch(0)),
            Map.entry("DELETE /api/v1/sources/{source}", p -> Body.json("")),
            form("/outlets/{outlet}/name", p -> record(p, "name", "Renamed")),
            form("/outlets/{outlet}/merge", p -> record(p, "into", made(p).other().toString())),
            form("/outlets/{outlet}/part", p -> record(p, "name", made(p).name().toString())),
            put("/api/v1/outlets/{outlet}/name", p -> Body.json("{'name':'Renamed'}").ifMatch(made(p).version())),
            form("/api/v1/outlets/{outlet}/merger",
                    p -> Body.json("{'into':'" + made(p).other() + "'}").ifMatch(made(p).version())),
            form("/api/v1/outlets/{outlet}/separation",
                    p -> Body.json("{'name':'" + made(p).name() + "'}").ifMatch(made(p).version())),
            form("/authors/{author}/name", p -> record(p, "name", "Renamed")),
            form("/authors/{author}/merge", p -> record(p, "into", made(p).other().toString())),
            form("/authors/{author}/part", p -> record(p, "name", made(p).name().toString())),
            put("/api/v1/authors/{author}/name", p -> Body.json("{'name':'Renamed'}").ifMatch(made(p).version())),
            form("/api/v1/authors/{author}/merger",
                    p -> Body.json("{'into':'" + made(p).other() + "'}").ifMatch(made(p).version())),
            form("/api/v1/authors/{author}/separation",
                    p -> Body.json("{'name':'" + made(p).name() + "'}").ifMatch(made(p).version())),
            form("/imports/new",
                    p -> Body.form("addresses", "https://wadi.example/" + UUID.randomUUID()).asMultipart()),
            form("/api/v1/articles:batch",
                    p -> Body.json("{'articles':[{'text':'One of many. " + UUID.randomUUID() + "'}]}")),
            form("/api/v1/intake/{job}/cancel", p -> Body.json("")),
            form("/api/v1/intake/{job}/resume", p -> Body.json("")),
            form("/api/v1/intake/{job}/retry", p -> Body.json("")),
            form("/queue/next", p -> Body.form()),
            form("/queue/take", p -> Body.form("claim", p.in("{claim}"))),
            form("/triage", p -> Body.form("act", "ACCEPT", "claim", p.in("{claim}"))),
            form("/triage/suggestions", p -> Body.form("act", "DISMISS", "article", p.in("{article}"), "version",
                    "" + p.articleVersion(), "place", "0-5")),
            form("/articles/new", p -> Body.form("text", "A pasted text. " + UUID.randomUUID()).asMultipart()),
            form("/articles/lines", p -> article("A saved text. " + UUID.randomUUID())),
            form("/articles/preview", p -> article("A saved text. " + UUID.randomUUID())),
            form("/articles", p -> article("A saved text. " + UUID.randomUUID())),
            form("/articles/{article}/triage/finish", p -> Body.form()),
            form("/articles/{article}/triage/reopen", p -> Body.form()),
            form("/articles/{article}/claims",
                    p -> mark(p, "text", "A claim in its own words.", "priority", "NORMAL")),
            form("/claims/{claim}/appearances", p -> mark(p)),
            form("/claims/{claim}/lost/{version}/gone", p -> Body.form()),
            form("/claims/{claim}/accept", p -> Body.form()),
            form("/claims/{claim}/dismiss", p -> Body.form("reason", "why")),
            form("/claims/{claim}/restore", p -> Body.form("reason", "why")),
            form("/claims/{claim}/reword",
                    p -> Body.form("version", "" + p.claimVersion(), "text", "Other words.", "priority", "HIGH")),
            form("/claims/{claim}/assign", p -> Body.form("assignee", p.assignee(), "due", FUTURE)),
            form("/claims/{claim}/take", p -> Body.form()),
            form("/claims/{claim}/release", p -> Body.form("reason", "why")),
            form("/claims/{claim}/evidence", p -> Body.form(EVIDENCE_FIELDS)),
            form("/evidence/{evidence}/edit", p -> with(EVIDENCE_FIELDS, "version", "" + p.evidenceVersion())),
            form("/evidence/{evidence}/remove", p -> Body.form("version", "" + p.evidenceVersion())),
            form("/evidence/{evidence}/restore", p -> Body.form()),
            form("/evidence/{evidence}/move", p -> Body.form("place", "2")),
            form("/claims/{claim}/draft", p -> with(DRAFT_FIELDS, "version", "" + p.draftVersion())),
            form("/claims/{claim}/submit", p -> with(DRAFT_FIELDS, "version", "" + p.draftVersion())),
            form("/claims/{claim}/withdraw", p -> Body.form("reason", "why")),
            form("/claims/{claim}/approve",
                    p -> new Body("",
                            Map.of("revision", "1", "check", "SOURCES_OPENED,QUOTES_MATCH,RATING_FOLLOWS,NO_INTEREST"),
                            "", false)),
            form("/claims/{claim}/return", p -> Body.form("revision", "1", "reason", "why")),
            form("/claims/{claim}/publish", p -> Body.form("version", "" + p.claimVersion(), "reason", "why")),
            form("/claims/{claim}/correct",
                    p -> Body.form("version", "" + p.claimVersion(), "reason", "why", "note", "We look again.")),
            form("/claims/{claim}/retract",
                    p -> Body.form("version", "" + p.claimVersion(), "reason", "why", "note", "It was wrong.")),
            form("/erasures",
                    p -> Body.form("target", "CLAIM", "id", "" + p.claim(), "part", "WORDING", "what", "the wording",
                            "why", "asked for")),
            form("/erasures/{erasure}/withdraw", p -> Body.form("version", "0", "reason", "why")),
            form("/erasures/{erasure}/refuse", p -> Body.form("version", "0", "reason", "why")),
            form("/erasures/{erasure}/review", p -> erased(p, "act", "review")),
            form("/erasures/{erasure}/confirm", p -> erased(p, "leave", "1")),
            form("/api/v1/articles", p -> Body.json("{'text':'Sent by a program. " + UUID.randomUUID() + "'}")),
            form("/api/v1/claims",
                    p -> Body.json("{'articleVersion':'" + p.articleVersion()
                            + "','selector':[{'type':'TextPositionSelector','start':0,'end':12}],'wording':{'text':'New.'}}")),
            form("/api/v1/claims/{claim}/appearances",
                    p -> Body.json("{'articleVersion':'" + p.articleVersion()
                            + "','selector':[{'type':'TextPositionSelector','start':13,'end':20}]}")),
            put("/api/v1/claims/{claim}/wording", p -> Body.json("{'text':'Other.'}").ifMatch(p.claimVersion())),
            form("/api/v1/claims/{claim}/acceptance", p -> Body.json("")),
            form("/api/v1/claims/{claim}/dismissal", p -> Body.json("{'reason':'why'}")),
            form("/api/v1/claims/{claim}/restoration", p -> Body.json("{'reason':'why'}")),
            put("/api/v1/claims/{claim}/assignment",
                    p -> Body.json("{'assignee':'" + p.assignee() + "','due':'" + FUTURE + ":00Z'}")
                            .ifMatch(p.claimVersion())),
            form("/api/v1/claims/{claim}/assignment/take", p -> Body.json("")),
            form("/api/v1/claims/{claim}/assignment/release", p -> Body.json("{'reason':'why'}")),
            form("/api/v1/assignments/next", p -> Body.json("")),
            form("/api/v1/claims/{claim}/evidence", p -> Body.json(EVIDENCE)),
            put("/api/v1/claims/{claim}/evidence/{evidence}", p -> Body.json(EVIDENCE).ifMatch(p.evidenceVersion())),
            Map.entry("DELETE /api/v1/claims/{claim}/evidence/{evidence}",
                    p -> Body.json("").ifMatch(p.evidenceVersion())),
            form("/api/v1/claims/{claim}/evidence/{evidence}/restoration", p -> Body.json("")),
            put("/api/v1/claims/{claim}/evidence/{evidence}/place",
                    p -> Body.json("{'place':2}").ifMatch(p.evidenceVersion())),
            put("/api/v1/claims/{claim}/draft",
                    p -> Body.json("{'rating':'false','summary':'No.','rationale':'See [1].'}")
                            .ifMatch(p.draftVersion())),
            form("/api/v1/claims/{claim}/draft/submission", p -> Body.json("").ifMatch(p.draftVersion())),
            form("/api/v1/claims/{claim}/verdict/withdrawal", p -> Body.json("{'reason':'why'}")),
            form("/api/v1/claims/{claim}/verdict/approval",
                    p -> Body.json("{'checklist':['SOURCES_OPENED','QUOTES_MATCH','RATING_FOLLOWS','NO_INTEREST']}")
                            .ifMatch(1)),
            form("/api/v1/claims/{claim}/verdict/return", p -> Body.json("{'reason':'why'}").ifMatch(1)),
            form("/api/v1/claims/{claim}/publication/editions", p -> Body.json("{'reason':'why'}")),
            form("/api/v1/claims/{claim}/publication/correction",
                    p -> Body.json("{'reason':'why','note':'We look again.'}")),
            form("/api/v1/claims/{claim}/publication/retraction",
                    p -> Body.json("{'reason':'why','note':'It was wrong.'}")));

    private Requests() {}

    static Body body(AccessTable.Line line, Place place) {
        Function<Place, Body> body = BODIES.get(line.endpoint());
        if (body == null) {
            throw new AssertionError("Say in Requests what to send to " + line.endpoint());
        }
        return body.apply(place);
    }

    private static Map.Entry<String, Function<Place, Body>> form(String path, Function<Place, Body> body) {
        return Map.entry("POST " + path, body);
    }

    private static Map.Entry<String, Function<Place, Body>> put(String path, Function<Place, Body> body) {
        return Map.entry("PUT " + path, body);
    }

    private static Body with(String[] fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(Body.form(fields).fields());
        all.putAll(Body.form(more).fields());
        return new Body("", all, "", false);
    }

    private static Body erased(Place p, String... more) {
        return with(new String[]{"version", "0", "value", "0", "seen", p.erasure() == null ? "" : p.erasure().seen()},
                more);
    }

    private static Body mark(Place p, String... more) {
        return with(new String[]{"articleVersion", String.valueOf(p.articleVersion()), "start", "12", "end", "24",
                "exact", "الإغاثة مساء"}, more);
    }

    private static Body article(String text) {
        return Body.form("keep", "0", "original",
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                "fetched", "", "fileName", "", "url", "", "title", "Saved", "byline", "", "outlet", "", "publishedOn",
                "", "language",
                "en", "text", text).asMultipart();
    }

    private static Body record(Place place, String field, String value) {
        return Body.form(field, value, "version", String.valueOf(made(place).version()));
    }

    private static Outlets.Made made(Place place) {
        // A call that is refused whatever it carries has no record in its place.
        return place.origin() == null
                ? new Outlets.Made(NOBODY, 0, NOBODY.value(), NOBODY)
                : place.origin();
    }
}
