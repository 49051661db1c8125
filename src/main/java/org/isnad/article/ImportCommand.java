package org.isnad.article;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.isnad.article.Proposals.Refused;
import org.isnad.identity.Actor;
import org.isnad.identity.PersonId;
import org.isnad.identity.Scope;
import org.isnad.kernel.Command;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * Takes in every text, web page and ZIP of a folder and its subfolders, as they are proposed: {@code import FOLDER}. One file's
 * trouble never stops the others, and running it again adds nothing.
 *
 * <p>
 * Exit code 0 when every document is at the desk, 1 when some are not, 2 when there is nothing to do.
 */
@ApplicationScoped
@Unremovable
class ImportCommand implements Command {
    private static final Logger LOG = Logger.getLogger(ImportCommand.class);
    private static final Pattern WANTED = Pattern.compile(".*\\.(txt|html?|pdf|docx|eml|mht|mhtml|zip)",
            Pattern.CASE_INSENSITIVE);
    private static final Actor DESK = new Actor(new PersonId(Stamp.SYSTEM), "Isnad", Set.of(),
            Set.of(Scope.ARTICLES_WRITE), "system:import", null, true);

    private final ArticleIntake intake;
    private final PrintStream out;

    ImportCommand(ArticleIntake intake) {
        this.intake = intake;
        this.out = System.out;
    }

    private enum Outcome {
        NEW,
        KNOWN,
        REFUSED
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !Files.isDirectory(Path.of(arguments.get(0)))) {
            out.println("Usage: import FOLDER (a folder with texts, web pages, PDF, Word, mail or .zip files in it)");
            return 2;
        }
        Path folder = Path.of(arguments.get(0));
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            out.println("No document in " + folder + ", nothing to import.");
            return 2;
        }
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String progress = "[%d/%d] ".formatted(i + 1, files.size());
            read(folder, file, (outcome, line) -> {
                outcomes.merge(outcome, 1, Integer::sum);
                out.println(progress + "%-8s".formatted(outcome.name().toLowerCase(Locale.ROOT)) + line);
            });
        }
        out.println("%d new, %d known already, %d refused".formatted(outcomes.getOrDefault(Outcome.NEW, 0),
                outcomes.getOrDefault(Outcome.KNOWN, 0), outcomes.getOrDefault(Outcome.REFUSED, 0)));
        return outcomes.containsKey(Outcome.REFUSED) ? 1 : 0;
    }

    private interface Report {
        void say(Outcome outcome, String line);
    }

    private void read(Path folder, Path file, Report report) {
        String name = folder.relativize(file).toString();
        try {
            Proposals proposals = intake.propose(new Upload(name, bytes(file)));
            for (ArticleProposal proposal : proposals.articles()) {
                keep(proposal, within(name, proposal.original().fileName()), report);
            }
            for (Refused refused : proposals.refused()) {
                report.say(Outcome.REFUSED, within(name, refused.fileName()) + ": " + refused.why());
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "Import of one file failed");
            report.say(Outcome.REFUSED, name + ": " + e.getMessage());
        }
    }

    private void keep(ArticleProposal proposal, String name, Report report) {
        try {
            Received received = intake.receive(titled(proposal, name), DESK);
            report.say(received.known() ? Outcome.KNOWN : Outcome.NEW, name + " " + received.id());
        } catch (Problem problem) {
            report.say(Outcome.REFUSED, name + ": " + problem.getMessage());
        }
    }

    /** Nobody is there to give a title to a document that has none: its file's name has to do. */
    private static NewArticle titled(ArticleProposal proposal, String name) {
        NewArticle article = proposal.asProposed();
        String title = article.title() == null ? CodePoints.head(name, 300) : article.title();
        return new NewArticle(article.original(), article.url(), title, article.byline(), article.outlet(),
                article.publishedOn(), article.language(), article.text(), article.separate());
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > Documents.LARGEST_UPLOAD) {
            throw new IOException("too-large");
        }
        return Files.readAllBytes(file);
    }

    private static String within(String file, @Nullable String entry) {
        return entry == null || entry.isEmpty() || entry.equals(file) ? file : file + "!" + entry;
    }

    private List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> WANTED.matcher(file.getFileName().toString()).matches()).sorted().toList();
        } catch (IOException e) {
            out.println("The folder cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
