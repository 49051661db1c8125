package org.isnad.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who gets in where. One line for each endpoint (or more, when it depends on how far a claim is): method, path as declared, the
 * scene it is called in, and what each caller gets. Add a line when you add an endpoint, and what to send in {@link Requests} when
 * it reads a body; an endpoint without a line fails the build.
 *
 * <p>
 * Answers: {@code ok} = let in and done (2xx or 303), {@code login} = led to the identity provider, {@code -} = not called (a page
 * has no clients; what ends a session has its own test), else the status. What a person may not see is 404; what they may see but
 * not do is 403. A draft of somebody who is no longer the assignee is answered with 409 and a page that keeps their text.
 */
final class AccessTable {
    /** Who calls, in the table's order. */
    enum Caller {
        ANONYMOUS,
        /** A reviewer who never had to do with the claim. */
        STRANGER,
        /** The reviewer to whom the claim is assigned. */
        ASSIGNEE,
        /** A senior editor who never had to do with the claim. */
        EDITOR,
        /** A senior editor to whom the claim was assigned before. */
        INVOLVED,
        AUDITOR,
        ADMIN,
        /** A program with its own token and all scopes. */
        CLIENT
    }

    /** How far the claim is when the endpoint is called. */
    enum Scene {
        NONE,
        ARTICLE,
        TRIAGED,
        PROPOSED,
        DISMISSED,
        QUEUED,
        ASSIGNED,
        REMOVED,
        SUBMITTED,
        APPROVED,
        PUBLISHED,
        /** Not of a claim: the erasure of somebody's name is asked for by the administrator. */
        ERASURE,
        /** An import of the assignee: looked at, and not begun. */
        DRAFT,
        /** An import of the assignee that is under way. */
        RUNNING,
        /** An import of the assignee that was cancelled. */
        CANCELLED,
        /** An import of the assignee whose first row was captured and waits for a person. */
        READY,
        /** An import of the assignee whose first row a person did not want. */
        UNWANTED,
        /** Not of a claim: a feed that is followed. */
        SOURCE,
        /** Not of a claim: the record of an outlet that has two names, and another. */
        OUTLET,
        /** The same of an author. */
        AUTHOR
    }

    record Line(String method, String path, Scene scene, Map<Caller, String> answers) {
        String endpoint() {
            return method + " " + path;
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isSafe() {
            return method.equals("GET");
        }

        /** Whether everybody may call it. */
        boolean isPublic() {
            return answers.get(Caller.ANONYMOUS).equals("ok");
        }

        boolean isCalled() {
            return answers.values().stream().anyMatch(answer -> !answer.equals("-"));
        }

        @Override
        public String toString() {
            return endpoint() + " " + scene;
        }
    }

    private static final String PAGES = """
            method path                              scene     anon  stran assgn edit  invol audit admin
            GET  /                                   NONE      login ok    ok    ok    ok    ok    ok
            POST /language                           NONE      ok    ok    ok    ok    ok    ok    ok
            GET  /sign-in                            NONE      login ok    ok    ok    ok    ok    ok
            GET  /sign-in/callback                   NONE      -     -     -     -     -     -     -
            GET  /logout                             NONE      -     -     -     -     -     -     -
            GET  /queue                              NONE      login ok    ok    ok    ok    403   403
            POST /queue/next                         QUEUED    401   ok    ok    ok    ok    403   403
            POST /queue/take                         QUEUED    401   ok    ok    ok    ok    403   403
            GET  /history                            NONE      login 403   403   ok    ok    ok    403
            GET  /history/export                     ASSIGNED  login 403   403   403   403   ok    403
            GET  /triage                             ARTICLE   login 403   403   ok    ok    403   403
            POST /triage                             PROPOSED  401   403   403   ok    ok    403   403
            POST /triage/suggestions                 ARTICLE   401   403   403   ok    ok    403   403
            GET  /articles                           ARTICLE   login ok    ok    ok    ok    ok    403
            GET  /articles/new                       NONE      login ok    ok    ok    ok    403   403
            POST /articles/new                       NONE      401   ok    ok    ok    ok    403   403
            POST /articles                           NONE      401   ok    ok    ok    ok    403   403
            GET  /intake                             NONE      login ok    ok    ok    ok    403   403
            GET  /intake/{job}                       DRAFT     login 404   ok    ok    ok    403   403
            GET  /intake/{job}/report                DRAFT     login 404   ok    ok    ok    403   403
            POST /intake/{job}/start                 DRAFT     401   404   ok    ok    ok    403   403
            POST /intake/{job}/discard               DRAFT     401   404   ok    ok    ok    403   403
            POST /intake/{job}/cancel                RUNNING   401   404   ok    ok    ok    403   403
            POST /intake/{job}/resume                CANCELLED 401   404   ok    ok    ok    403   403
            POST /intake/{job}/retry                 CANCELLED 401   404   ok    ok    ok    403   403
            POST /intake/{job}/rows/{position}/dismiss READY   401   404   ok    ok    ok    403   403
            POST /intake/{job}/rows/{position}/restore UNWANTED  401   404   ok    ok    ok    403   403
            GET  /sources                            SOURCE    login 403   403   403   403   403   ok
            POST /sources                            NONE      401   403   403   403   403   403   ok
            POST /sources/{source}/pause             SOURCE    401   403   403   403   403   403   ok
            POST /sources/{source}/resume            SOURCE    401   403   403   403   403   403   ok
            POST /sources/{source}/remove            SOURCE    401   403   403   403   403   403   ok
            GET  /imports/new                        NONE      login ok    ok    ok    ok    403   403
            POST /imports/new                        NONE      401   ok    ok    ok    ok    403   403
            GET  /articles/{article}                 ARTICLE   login ok    ok    ok    ok    ok    403
            GET  /articles/{article}/original        ARTICLE   login ok    ok    ok    ok    ok    403
            POST /articles/lines                     NONE      401   ok    ok    ok    ok    403   403
            POST /articles/preview                   NONE      401   ok    ok    ok    ok    403   403
            GET  /fetched/{fetched}                  NONE      login 404   404   404   404   403   403
            GET  /articles/{article}/versions/{number} ARTICLE   login ok    ok    ok    ok    ok    403
            GET  /articles/{article}/versions/{number}/original ARTICLE   login ok    ok    ok    ok    ok    403
            GET  /articles/{article}/versions/{number}/captures/{capture}/warc ARTICLE   login 404   404   404   404   404   403
            GET  /articles/{article}/warc            ARTICLE   login 404   404   404   404   404   403
            POST /articles/{article}/triage/finish   ARTICLE   401   403   403   ok    ok    403   403
            POST /articles/{article}/triage/reopen   TRIAGED   401   403   403   ok    ok    403   403
            GET  /articles/{article}/claims/new      ARTICLE   login ok    ok    ok    ok    403   403
            POST /articles/{article}/claims          ARTICLE   401   ok    ok    ok    ok    403   403
            GET  /claims/{claim}                     QUEUED    login ok    ok    ok    ok    ok    403
            GET  /claims/{claim}                     ASSIGNED  login 404   ok    ok    ok    ok    403
            GET  /claims/{claim}                     SUBMITTED login 404   ok    ok    ok    ok    403
            GET  /claims/{claim}/history             ASSIGNED  login 404   ok    ok    ok    ok    404
            GET  /claims/{claim}/history             QUEUED    login 404   404   ok    ok    ok    404
            GET  /claims/{claim}/history/bundle      ASSIGNED  login 404   404   ok    ok    ok    404
            GET  /claims/{claim}/history/{version}/proof ASSIGNED login 404 ok   ok    ok    ok    404
            GET  /audit                              NONE      login 403   403   403   403   ok    403
            GET  /audit/checkpoints                  NONE      login 403   403   403   403   ok    403
            GET  /audit/checkpoints/{size}/{key}     NONE      login 403   403   403   403   ok    403
            GET  /audit/checks                       NONE      login 403   403   403   403   ok    403
            POST /audit/checks                       NONE      401   403   403   403   403   ok    403
            GET  /audit/checks/{check}               NONE      login 403   403   403   403   ok    403
            POST /audit/checks/{check}/stop          NONE      401   403   403   403   403   ok    403
            GET  /outlets                            OUTLET    login ok    ok    ok    ok    ok    403
            GET  /outlets/{outlet}                   OUTLET    login ok    ok    ok    ok    ok    403
            POST /outlets/{outlet}/name              OUTLET    401   403   403   ok    ok    403   403
            POST /outlets/{outlet}/merge             OUTLET    401   403   403   ok    ok    403   403
            POST /outlets/{outlet}/part              OUTLET    401   403   403   ok    ok    403   403
            GET  /authors                            AUTHOR    login ok    ok    ok    ok    ok    403
            GET  /authors/{author}                   AUTHOR    login ok    ok    ok    ok    ok    403
            POST /authors/{author}/name              AUTHOR    401   403   403   ok    ok    403   403
            POST /authors/{author}/merge             AUTHOR    401   403   403   ok    ok    403   403
            POST /authors/{author}/part              AUTHOR    401   403   403   ok    ok    403   403
            GET  /lost-words                         NONE      login 403   403   ok    ok    403   403
            POST /claims/{claim}/lost/{version}/gone QUEUED    401   404   404   404   404   403   403
            POST /claims/{claim}/appearances         QUEUED    401   ok    ok    ok    ok    403   403
            POST /claims/{claim}/accept              PROPOSED  401   403   403   ok    ok    403   403
            GET  /claims/{claim}/dismiss             PROPOSED  login 403   403   ok    ok    403   403
            POST /claims/{claim}/dismiss             PROPOSED  401   403   403   ok    ok    403   403
            GET  /claims/{claim}/restore             DISMISSED login 403   403   ok    ok    403   403
            POST /claims/{claim}/restore             DISMISSED 401   403   403   ok    ok    403   403
            GET  /claims/{claim}/reword              ASSIGNED  login 404   ok    ok    ok    403   403
            POST /claims/{claim}/reword              ASSIGNED  401   404   ok    ok    ok    403   403
            GET  /claims/{claim}/assign              QUEUED    login 403   403   ok    ok    403   403
            POST /claims/{claim}/assign              QUEUED    401   403   403   ok    ok    403   403
            POST /claims/{claim}/take                QUEUED    401   ok    ok    ok    ok    403   403
            GET  /claims/{claim}/release             ASSIGNED  login 404   ok    ok    ok    403   403
            POST /claims/{claim}/release             ASSIGNED  401   404   ok    ok    ok    403   403
            POST /claims/{claim}/evidence            ASSIGNED  401   404   ok    403   403   403   403
            GET  /evidence/{evidence}/edit           ASSIGNED  login 404   ok    ok    ok    403   403
            POST /evidence/{evidence}/edit           ASSIGNED  401   404   ok    403   403   403   403
            POST /evidence/{evidence}/remove         ASSIGNED  401   404   ok    403   403   403   403
            POST /evidence/{evidence}/restore        REMOVED   401   404   ok    403   403   403   403
            POST /evidence/{evidence}/move           ASSIGNED  401   404   ok    403   403   403   403
            POST /claims/{claim}/draft               ASSIGNED  401   404   ok    409   409   403   403
            POST /claims/{claim}/submit              ASSIGNED  401   404   ok    409   409   403   403
            GET  /claims/{claim}/withdraw            SUBMITTED login 404   ok    ok    ok    403   403
            POST /claims/{claim}/withdraw            SUBMITTED 401   404   ok    403   403   403   403
            POST /claims/{claim}/approve             SUBMITTED 401   403   403   ok    403   403   403
            POST /claims/{claim}/return              SUBMITTED 401   403   403   ok    403   403   403
            GET  /approvals                          SUBMITTED login 403   403   ok    ok    403   403
            GET  /approvals/{claim}                  SUBMITTED login 403   403   ok    ok    403   403
            POST /claims/{claim}/publish             APPROVED  401   403   403   ok    ok    403   403
            POST /claims/{claim}/correct             PUBLISHED 401   403   403   ok    ok    403   403
            POST /claims/{claim}/retract             PUBLISHED 401   403   403   ok    ok    403   403
            GET  /facts                              PUBLISHED ok    ok    ok    ok    ok    ok    ok
            GET  /facts/{slug}                       PUBLISHED ok    ok    ok    ok    ok    ok    ok
            GET  /erasures                           ERASURE   login 403   403   403   403   ok    ok
            GET  /erasures/new                       NONE      login 403   403   403   403   403   ok
            POST /erasures                           QUEUED    401   403   403   403   403   403   ok
            GET  /erasures/{erasure}                 ERASURE   login 403   403   403   403   ok    ok
            POST /erasures/{erasure}/withdraw        ERASURE   401   403   403   403   403   403   ok
            POST /erasures/{erasure}/refuse          ERASURE   401   403   403   403   403   ok    403
            POST /erasures/{erasure}/review          ERASURE   401   403   403   403   403   ok    403
            POST /erasures/{erasure}/confirm         ERASURE   401   403   403   403   403   ok    403
            GET  /facts/{slug}/proof                 PUBLISHED ok    ok    ok    ok    ok    ok    ok
            GET  /log/checkpoint                     PUBLISHED ok    ok    ok    ok    ok    ok    ok
            GET  /log/keys                           PUBLISHED ok    ok    ok    ok    ok    ok    ok
            GET  /log/tile/{path}                    PUBLISHED ok    ok    ok    ok    ok    ok    ok
            """;

    private static final String API = """
            method path                                                   scene     anon stran assgn edit invol audit admin client
            GET    /api/v1/articles                                       ARTICLE   401  ok    ok    ok   ok    ok    403   ok
            POST   /api/v1/articles                                       NONE      401  ok    ok    ok   ok    403   403   ok
            POST   /api/v1/articles:batch                                 NONE      401  ok    ok    ok   ok    403   403   ok
            GET    /api/v1/sources                                        SOURCE    401  403   403   403  403   403   ok    403
            POST   /api/v1/sources                                        NONE      401  403   403   403  403   403   ok    403
            GET    /api/v1/sources/{source}                               SOURCE    401  403   403   403  403   403   ok    403
            PUT    /api/v1/sources/{source}                               SOURCE    401  403   403   403  403   403   ok    403
            DELETE /api/v1/sources/{source}                               SOURCE    401  403   403   403  403   403   ok    403
            GET    /api/v1/outlets                                        OUTLET    401  ok    ok    ok   ok    ok    403   ok
            GET    /api/v1/outlets/{outlet}                               OUTLET    401  ok    ok    ok   ok    ok    403   ok
            PUT    /api/v1/outlets/{outlet}/name                          OUTLET    401  403   403   ok   ok    403   403   403
            POST   /api/v1/outlets/{outlet}/merger                        OUTLET    401  403   403   ok   ok    403   403   403
            POST   /api/v1/outlets/{outlet}/separation                    OUTLET    401  403   403   ok   ok    403   403   403
            GET    /api/v1/authors                                        AUTHOR    401  ok    ok    ok   ok    ok    403   ok
            GET    /api/v1/authors/{author}                               AUTHOR    401  ok    ok    ok   ok    ok    403   ok
            PUT    /api/v1/authors/{author}/name                          AUTHOR    401  403   403   ok   ok    403   403   403
            POST   /api/v1/authors/{author}/merger                        AUTHOR    401  403   403   ok   ok    403   403   403
            POST   /api/v1/authors/{author}/separation                    AUTHOR    401  403   403   ok   ok    403   403   403
            GET    /api/v1/intake                                         NONE      401  ok    ok    ok   ok    403   403   ok
            GET    /api/v1/intake/{job}                                   DRAFT     401  404   ok    ok   ok    403   403   404
            GET    /api/v1/intake/{job}/items                             DRAFT     401  404   ok    ok   ok    403   403   404
            POST   /api/v1/intake/{job}/cancel                            RUNNING   401  404   ok    ok   ok    403   403   404
            POST   /api/v1/intake/{job}/resume                            CANCELLED 401  404   ok    ok   ok    403   403   404
            POST   /api/v1/intake/{job}/retry                             CANCELLED 401  404   ok    ok   ok    403   403   404
            GET    /api/v1/articles/{article}                             ARTICLE   401  ok    ok    ok   ok    ok    403   ok
            GET    /api/v1/articles/{article}/original                    ARTICLE   401  ok    ok    ok   ok    ok    403   ok
            GET    /api/v1/claims                                         QUEUED    401  ok    ok    ok   ok    ok    403   ok
            POST   /api/v1/claims                                         ARTICLE   401  ok    ok    ok   ok    403   403   403
            GET    /api/v1/claims/{claim}                                 QUEUED    401  ok    ok    ok   ok    ok    403   ok
            GET    /api/v1/claims/{claim}                                 ASSIGNED  401  404   ok    ok   ok    ok    403   404
            GET    /api/v1/claims/{claim}/appearances                     ASSIGNED  401  404   ok    ok   ok    ok    403   404
            POST   /api/v1/claims/{claim}/appearances                     ASSIGNED  401  404   ok    ok   ok    403   403   403
            PUT    /api/v1/claims/{claim}/wording                         ASSIGNED  401  404   ok    ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/acceptance                      PROPOSED  401  403   403   ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/dismissal                       PROPOSED  401  403   403   ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/restoration                     DISMISSED 401  403   403   ok   ok    403   403   403
            GET    /api/v1/claims/{claim}/assignment                      ASSIGNED  401  404   ok    ok   ok    ok    403   403
            PUT    /api/v1/claims/{claim}/assignment                      QUEUED    401  403   403   ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/assignment/take                 QUEUED    401  ok    ok    ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/assignment/release              ASSIGNED  401  404   ok    ok   ok    403   403   403
            GET    /api/v1/assignments                                    ASSIGNED  401  ok    ok    ok   ok    ok    403   403
            POST   /api/v1/assignments/next                               QUEUED    401  ok    ok    ok   ok    403   403   403
            GET    /api/v1/reviewers                                      NONE      401  403   403   ok   ok    403   403   403
            GET    /api/v1/claims/{claim}/evidence                        ASSIGNED  401  404   ok    ok   ok    ok    403   403
            POST   /api/v1/claims/{claim}/evidence                        ASSIGNED  401  404   ok    403  403   403   403   403
            GET    /api/v1/claims/{claim}/evidence/{evidence}             ASSIGNED  401  404   ok    ok   ok    ok    403   403
            PUT    /api/v1/claims/{claim}/evidence/{evidence}             ASSIGNED  401  404   ok    403  403   403   403   403
            DELETE /api/v1/claims/{claim}/evidence/{evidence}             ASSIGNED  401  404   ok    403  403   403   403   403
            POST   /api/v1/claims/{claim}/evidence/{evidence}/restoration REMOVED   401  404   ok    403  403   403   403   403
            PUT    /api/v1/claims/{claim}/evidence/{evidence}/place       ASSIGNED  401  404   ok    403  403   403   403   403
            GET    /api/v1/claims/{claim}/draft                           ASSIGNED  401  404   ok    ok   ok    ok    403   403
            PUT    /api/v1/claims/{claim}/draft                           ASSIGNED  401  404   ok    403  403   403   403   403
            POST   /api/v1/claims/{claim}/draft/submission                ASSIGNED  401  404   ok    403  403   403   403   403
            GET    /api/v1/claims/{claim}/revisions                       SUBMITTED 401  404   ok    ok   ok    ok    403   403
            GET    /api/v1/claims/{claim}/revisions/{number}              SUBMITTED 401  404   ok    ok   ok    ok    403   403
            GET    /api/v1/claims/{claim}/verdict                         SUBMITTED 401  404   ok    ok   ok    ok    403   403
            POST   /api/v1/claims/{claim}/verdict/withdrawal              SUBMITTED 401  404   ok    403  403   403   403   403
            POST   /api/v1/claims/{claim}/verdict/approval                SUBMITTED 401  403   403   ok   403   403   403   403
            POST   /api/v1/claims/{claim}/verdict/return                  SUBMITTED 401  403   403   ok   403   403   403   403
            GET    /api/v1/claims/{claim}/publication                     PUBLISHED 401  ok    ok    ok   ok    ok    403   ok
            POST   /api/v1/claims/{claim}/publication/editions            APPROVED  401  403   403   ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/publication/correction          PUBLISHED 401  403   403   ok   ok    403   403   403
            POST   /api/v1/claims/{claim}/publication/retraction          PUBLISHED 401  403   403   ok   ok    403   403   403
            GET    /api/v1/claims/{claim}/history                         ASSIGNED  401  404   ok    ok   ok    ok    404   403
            GET    /api/v1/log/events                                     NONE      401  403   403   403  403   ok    403   403
            GET    /api/v1/log/checkpoints                                NONE      401  403   403   403  403   ok    403   403
            GET    /api/v1/log/checks                                     NONE      401  403   403   403  403   ok    403   403
            POST   /api/v1/log/checks                                     NONE      401  403   403   403  403   ok    403   403
            GET    /api/v1/log/checks/{check}                             NONE      401  403   403   403  403   ok    403   403
            GET    /api/v1/rating-scale                                   NONE      401  ok    ok    ok   ok    ok    ok    ok
            GET    /api/v1/fact-checks                                    PUBLISHED ok   ok    ok    ok   ok    ok    ok    ok
            GET    /api/v1/fact-checks/{slug}                             PUBLISHED ok   ok    ok    ok   ok    ok    ok    ok
            """;

    private AccessTable() {}

    static List<Line> lines() {
        return java.util.stream.Stream.of(PAGES, API).flatMap(table -> table.lines().skip(1)).map(AccessTable::line)
                .toList();
    }

    private static Line line(String text) {
        List<String> words = Arrays.asList(text.trim().split("\\s+"));
        Map<Caller, String> answers = new LinkedHashMap<>();
        IntStream.range(3, words.size()).forEach(i -> answers.put(Caller.values()[i - 3], words.get(i)));
        return new Line(words.get(0), words.get(1), Scene.valueOf(words.get(2)), answers);
    }
}
