package org.isnad.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.isnad.article.Article;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleProposal;
import org.isnad.article.Articles;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.Upload;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.SignIn;

/**
 * Fills a local desk with invented articles and claims in every state, so that each page has something to show. All of it is done
 * by the demo accounts through the same verbs as everything else, so the history of the sample is as whole as any.
 */
@ApplicationScoped
public class SampleNewsroom {
    private static final Logger LOG = Logger.getLogger(SampleNewsroom.class);
    /** After the database was migrated and the rating scale adopted. */
    private static final int LAST = 9_000;

    private final ArticleIntake intake;
    private final Articles articles;
    private final SignIn signIn;
    private final SampleClaims claims;
    private final Clock clock;

    SampleNewsroom(ArticleIntake intake, Articles articles, SignIn signIn, SampleClaims claims, Clock clock) {
        this.intake = intake;
        this.articles = articles;
        this.signIn = signIn;
        this.claims = claims;
        this.clock = clock;
    }

    void load(@Observes @Priority(LAST) StartupEvent start,
            @ConfigProperty(name = "isnad.sample", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "isnad.sample.folder", defaultValue = "seeds") String folder,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        if (!wanted || issuer.isEmpty()) {
            return;
        }
        if (!Files.isRegularFile(Path.of(folder, "newsroom.json"))) {
            LOG.warnf("No sample newsroom in %s; isnad.sample.folder says where it is", folder);
            return;
        }
        int added = load(Path.of(folder), issuer.get());
        if (added > 0) {
            LOG.infof("Sample newsroom loaded: %d articles", added);
        }
    }

    /**
     * Loads what is not there yet.
     *
     * @param folder
     *            with {@code newsroom.json} and the articles it names
     * @param issuer
     *            of the demo accounts: the realm's address
     * @return how many articles were added
     */
    public int load(Path folder, String issuer) {
        JsonObject sample = read(folder.resolve("newsroom.json"));
        Map<String, Actor> people = people(sample.getJsonObject("people"), issuer);
        int added = 0;
        for (JsonObject article : sample.getJsonArray("articles").getValuesAs(JsonObject.class)) {
            // An article with all that happened to it, or nothing: a start that is cut off leaves no half of a story.
            added += QuarkusTransaction.requiringNew().call(() -> add(folder, article, people)) ? 1 : 0;
        }
        return added;
    }

    private boolean add(Path folder, JsonObject sample, Map<String, Actor> people) {
        ArticleProposal proposal = intake.propose(upload(folder, sample.getString("file"))).articles().get(0);
        NewArticle proposed = proposal.asProposed();
        String url = sample.isNull("url") ? proposed.url() : sample.getString("url");
        NewArticle article = new NewArticle(proposed.original(), url, proposed.title(), proposed.byline(),
                proposed.outlet(), proposed.publishedOn(), proposed.language(), proposed.text());
        Received received = intake.receive(article, person(people, sample.getString("by")));
        if (received.known()) {
            return false;
        }
        Article saved = articles.find(received.id()).orElseThrow();
        for (JsonObject claim : sample.getJsonArray("claims").getValuesAs(JsonObject.class)) {
            claims.add(saved.latestVersion(), proposal.text(), claim, name -> person(people, name));
        }
        if (sample.containsKey("triaged")) {
            intake.finishTriage(received.id(), person(people, sample.getString("triaged")));
        }
        return true;
    }

    private Map<String, Actor> people(JsonObject people, String issuer) {
        Map<String, Actor> actors = new HashMap<>();
        for (String name : people.keySet()) {
            JsonObject person = people.getJsonObject(name);
            Set<Role> roles = person.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                    .map(role -> Role.ofRealmName(role.getString()).orElseThrow()).collect(Collectors.toSet());
            actors.put(name,
                    signIn.signIn(new SignIn.Token(issuer, person.getString("subject"), person.getString("name"), roles,
                            Set.of(), "system:sample", clock.instant(), false, true)).actor());
        }
        return actors;
    }

    private static Actor person(Map<String, Actor> people, String name) {
        Actor actor = people.get(name);
        if (actor == null) {
            throw new IllegalArgumentException("The sample newsroom has nobody called " + name);
        }
        return actor;
    }

    private static Upload upload(Path folder, String file) {
        try {
            return new Upload(file, Files.readAllBytes(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample article " + file + " cannot be read", e);
        }
    }

    private static JsonObject read(Path file) {
        try (InputStream json = Files.newInputStream(file); var reader = Json.createReader(json)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }
}
