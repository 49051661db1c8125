package org.isnad.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.identity.Actor;
import org.isnad.identity.People;
import org.isnad.identity.Scope;
import org.isnad.intake.ItemStore.Claimed;
import org.isnad.intake.LinkedDocument.NotFetched;
import org.isnad.kernel.Problem;

/** Does what a row asks for and writes down what became of it. Whatever happens, it concerns this row alone. */
@ApplicationScoped
class ItemWork {
    private static final Logger LOG = Logger.getLogger(ItemWork.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    /** What a program had to be allowed to put anything in a list; the desk itself follows feeds with it. */
    private static final Set<String> PROGRAM = Set.of(Scope.ARTICLES_WRITE);

    private final ItemStore items;
    private final ItemArticles articles;
    private final LinkedDocument linked;
    private final People people;
    private final IntakeConfig config;

    ItemWork(ItemStore items, ItemArticles articles, LinkedDocument linked, People people, IntakeConfig config) {
        this.items = items;
        this.articles = articles;
        this.linked = linked;
        this.people = people;
        this.config = config;
    }

    void perform(Claimed item) {
        try {
            if (item.attempts() > config.attempts()) {
                throw new GaveUp();
            }
            act(item);
        } catch (Problem problem) {
            items.finish(item, Outcome.failed(Trouble.of(problem)));
        } catch (NotFetched e) {
            items.finish(item, Outcome.failed(e.trouble()));
        } catch (GaveUp e) {
            items.finish(item, Outcome.failed(new Trouble("gave-up",
                    Map.of("attempts", Integer.toString(config.attempts())),
                    "It was begun " + config.attempts()
                            + " times, and each time the program ended before the row did.")));
        } catch (RuntimeException e) {
            unforeseen(item, e);
        }
        items.endIfDone(item.job());
    }

    private void act(Claimed item) throws NotFetched {
        Actor actor = people.acting(item.askedBy(), item.authentication(), PROGRAM)
                .orElseThrow(Problem.NotAllowed::role);
        if (item.input().isDocument()) {
            articles.keep(item, item.input(), actor);
            return;
        }
        Optional<ArticleId> known = linked.known(item.input());
        if (known.isPresent()) {
            articles.known(item, known.get());
            return;
        }
        ItemInput document;
        try {
            document = linked.fetch(item.input(), actor);
        } catch (NotFetched e) {
            articles.known(item, e.erased().orElseThrow(() -> e));
            return;
        }
        try {
            // As long as that took, another may have been given the row; keep() finds out.
            articles.keep(item, document, actor);
        } catch (Problem.Invalid problem) {
            linked.remember(document);
            items.finish(item, Outcome.toBeConfirmed(Trouble.of(problem), document.fetchedAs()));
        }
    }

    private void unforeseen(Claimed item, RuntimeException e) {
        boolean again = item.attempts() < config.attempts();
        LOG.warnf(e, "Row %s of list %s failed, %s", item.id(), item.job(), again ? "will be tried again" : "for good");
        if (again) {
            items.later(item, FIRST_PAUSE.multipliedBy(item.attempts()).toMillis());
        } else {
            items.finish(item, Outcome.failed(new Trouble("broken", sentence(e))));
        }
    }

    private static String sentence(RuntimeException e) {
        @Nullable
        Throwable cause = e.getCause();
        return "Something unforeseen happened: " + (cause == null ? e : cause).getClass().getSimpleName()
                + ". The program's log says more.";
    }

    private static final class GaveUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
