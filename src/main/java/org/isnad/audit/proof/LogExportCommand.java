package org.isnad.audit.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.audit.log.LogSubcommand;
import org.isnad.kernel.Problem;

/** {@code log export FOLDER}: the whole log with what opens it, for {@code isnad-verify.jar log FOLDER}. */
@ApplicationScoped
class LogExportCommand implements LogSubcommand {
    private final LogExport export;

    LogExportCommand(LogExport export) {
        this.export = export;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<String> usage() {
        return List.of("export FOLDER        writes the whole log with all content into a new folder");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            return WRONG_USE;
        }
        Path folder = Path.of(arguments.get(0));
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                out.println(folder + " is not empty. Name a folder that does not exist yet.");
                return NOT_DONE;
            }
            long size = export.write(export.signed(), (name, content) -> {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (OutputStream to = new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                    content.writeTo(to);
                }
            });
            out.println(size + " events in " + folder
                    + ". They hold everything that was ever written at the desk, drafts too: keep them as safe as the"
                    + " database. Check them with: java -jar isnad-verify.jar log " + folder + " --key KEY");
            return DONE;
        } catch (Problem.NotFound e) {
            out.println(
                    "Nothing was signed yet, or the newest erasure was not. Let the desk run for a moment, and try again.");
            return NOT_DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("The export to " + folder + " failed: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
