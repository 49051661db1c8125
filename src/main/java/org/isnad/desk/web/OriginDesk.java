package org.isnad.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.desk.OriginCard;
import org.isnad.desk.OriginRecord;
import org.isnad.desk.OriginRecords;
import org.isnad.desk.OriginSummary;
import org.isnad.desk.OriginWorks;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;
import org.isnad.origin.OriginEditing;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;
import org.isnad.publication.FactChecks;

/** What the pages of outlets and those of authors have in common. */
@ApplicationScoped
class OriginDesk {
    private static final int PAGE = 25;
    private static final int FOUND = 10;
    private static final int LONGEST_NAME = 300;
    private static final FormErrors NONE = FormErrors.none();

    private final OriginRecords records;
    private final OriginWorks works;
    private final OriginEditing editing;
    private final FactChecks facts;
    private final CurrentLanguage language;
    private final CurrentActor actor;

    OriginDesk(OriginRecords records, OriginWorks works, OriginEditing editing, FactChecks facts,
            CurrentLanguage language, CurrentActor actor) {
        this.records = records;
        this.works = works;
        this.editing = editing;
        this.facts = facts;
        this.language = language;
        this.actor = actor;
    }

    /**
     * The list.
     *
     * @param q
     *            what was looked for; empty for nothing
     */
    record OriginsView(OriginKind kind, List<OriginKind> kinds, String q, List<OriginCard> origins,
            @Nullable String next, boolean first) {
        /** The list with what was looked for. */
        public String here() {
            return kind.address() + (q.isEmpty() ? "" : "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }

        public String older() {
            return here() + (q.isEmpty() ? "?" : "&") + "after=" + next;
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance origin(OriginView view);

        static native TemplateInstance origins(OriginsView view);
    }

    /** @param name a name as articles state it: leads to its record */
    Response list(OriginKind kind, @Nullable String q, @Nullable String name, @Nullable String after) {
        if (name != null) {
            OriginId named = searchable(name) == null || CodePoints.length(name) > LONGEST_NAME
                    ? null
                    : records.named(kind, name).orElse(null);
            if (named == null) {
                throw new Problem.NotFound(kind.singular());
            }
            return OriginPages.to(kind.address() + "/" + named);
        }
        String words = searchable(q);
        Page<OriginCard> page = records.list(kind, words, after, PAGE, actor.get());
        return Response.ok(Templates.origins(new OriginsView(kind, List.of(OriginKind.values()),
                words == null ? "" : words, page.items(), page.next(), after == null || after.isBlank()))).build();
    }

    Response record(OriginKind kind, String id, @Nullable String after, @Nullable String claims,
            @Nullable String same) {
        UUID asked = Parameters.id(id);
        OriginRecord origin = records.find(new OriginId(asked))
                .orElseThrow(() -> new Problem.NotFound(kind.singular()));
        if (!origin.id().equals(asked) || origin.kind() != kind) {
            return OriginPages.to(origin.address());
        }
        return Response.ok(page(origin, after, claims,
                reader -> editing(origin, new Typed(origin.name(), null, searchable(same), null), reader, NONE, NONE,
                        NONE)))
                .build();
    }

    Response rename(OriginKind kind, String id, OriginForm form) {
        OriginId origin = new OriginId(Parameters.id(id));
        try {
            editing.rename(kind, origin, Parameters.required(form.version()), form.name(), form.note(), actor.get());
        } catch (Problem.Invalid | Problem.Stale problem) {
            OriginRecord record = there(kind, origin);
            return again(record, problem, (reader, wrong) -> editing(record,
                    new Typed(form.name(), form.note(), null, null), reader, wrong, NONE, NONE));
        }
        return OriginPages.to(kind.address() + "/" + origin + namesake(kind, origin, form.name()));
    }

    /** Where another record has the new name among its own, the two may be one: what merges them is opened. */
    private String namesake(OriginKind kind, OriginId origin, @Nullable String name) {
        return Optional.ofNullable(name).flatMap(text -> records.named(kind, text))
                .filter(other -> !other.equals(origin))
                .map(other -> "?same=" + URLEncoder.encode(String.valueOf(name).strip(), StandardCharsets.UTF_8))
                .orElse("");
    }

    Response merge(OriginKind kind, String id, OriginForm form) {
        OriginId origin = new OriginId(Parameters.id(id));
        OriginId into = form.into() == null ? null : Ids.parse(form.into()).map(OriginId::new).orElse(null);
        try {
            editing.merge(kind, origin, Parameters.required(form.version()), into, form.note(), actor.get());
        } catch (Problem.Invalid | Problem.Stale problem) {
            OriginRecord record = there(kind, origin);
            return again(record, problem, (reader, wrong) -> editing(record,
                    new Typed(record.name(), form.note(), searchable(form.same()), form.into()), reader, NONE, wrong,
                    NONE));
        }
        return OriginPages.to(kind.address() + "/" + into);
    }

    Response part(OriginKind kind, String id, OriginForm form) {
        OriginId origin = new OriginId(Parameters.id(id));
        UUID name = form.name() == null ? null : Ids.parse(form.name()).orElse(null);
        try {
            OriginId own = editing.part(kind, origin, Parameters.required(form.version()), name, form.note(),
                    actor.get());
            return OriginPages.to(kind.address() + "/" + own);
        } catch (Problem.Invalid | Problem.Stale problem) {
            OriginRecord record = there(kind, origin);
            return again(record, problem, (reader, wrong) -> editing(record,
                    new Typed(record.name(), form.note(), null, form.name()), reader, NONE, NONE, wrong));
        }
    }

    /** What an editor typed or chose, as {@link OriginView.Editing} has it. */
    private record Typed(@Nullable String name, @Nullable String note, @Nullable String same,
            @Nullable String chosen) {}

    private OriginRecord there(OriginKind kind, OriginId id) {
        return records.find(id).filter(found -> found.kind() == kind)
                .orElseThrow(() -> new Problem.NotFound(kind.singular()));
    }

    /** The page as it is now, with what was typed: nothing that somebody typed is lost. */
    private Response again(OriginRecord origin, Problem problem,
            BiFunction<Actor, FormErrors, OriginView.Editing> editing) {
        boolean stale = !(problem instanceof Problem.Invalid);
        FormErrors wrong = problem instanceof Problem.Invalid invalid
                ? FormErrors.of(invalid)
                : FormErrors.of("version", "stale");
        return Response.status(stale ? 412 : 422)
                .entity(page(origin, null, null, reader -> editing.apply(reader, wrong))).build();
    }

    private TemplateInstance page(OriginRecord origin, @Nullable String after, @Nullable String claims,
            Function<Actor, OriginView.Editing> forms) {
        Actor reader = actor.get();
        String tag = language.get().tag();
        boolean first = (after == null || after.isBlank()) && (claims == null || claims.isBlank());
        OriginSummary summary = first
                ? works.summary(origin, reader)
                : OriginSummary.none(works.many(origin, reader));
        return Templates.origin(new OriginView(origin, works.articles(origin, after, PAGE, reader),
                works.claims(origin, claims, PAGE, reader),
                summary.ratings().stream().map(count -> OriginView.Tally.of(count, tag)).toList(),
                summary.published().isEmpty()
                        ? List.of()
                        : facts.of(summary.published()).stream().map(fact -> OriginView.Verdict.of(fact, tag)).toList(),
                summary.others(), summary.hosts(), summary.many(), first,
                reader.is(Role.SENIOR_EDITOR) ? forms.apply(reader) : null));
    }

    private OriginView.Editing editing(OriginRecord origin, Typed typed, Actor reader, FormErrors rename,
            FormErrors merge, FormErrors part) {
        String same = typed.same();
        Page<OriginCard> found = same == null
                ? new Page<>(List.of(), null)
                : records.list(origin.kind(), same, null, FOUND, reader);
        return new OriginView.Editing(Objects.requireNonNullElse(typed.name(), ""),
                Objects.requireNonNullElse(typed.note(), ""), same, typed.chosen(),
                found.items().stream().filter(other -> !other.id().equals(origin.id())).toList(), found.next() != null,
                rename, merge, part);
    }

    /** What can be looked for, at most as much as a name can have; null for nothing. */
    private static @Nullable String searchable(@Nullable String words) {
        return words == null || words.isBlank() || words.indexOf('\0') >= 0
                ? null
                : CodePoints.head(words.strip(), LONGEST_NAME);
    }
}
