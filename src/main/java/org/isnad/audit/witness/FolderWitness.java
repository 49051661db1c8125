package org.isnad.audit.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.isnad.audit.log.DurableFiles;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/**
 * A folder that keeps each checkpoint as a file of its own, named by its size and never overwritten: a mounted disk, a git work
 * tree, a share of another organisation.
 */
final class FolderWitness implements WitnessTarget {
    private static final String SUFFIX = ".checkpoint";

    private final Path folder;
    private final DurableFiles files = new DurableFiles();
    private boolean looked;

    FolderWitness(Path folder) {
        this.folder = folder;
    }

    @Override
    public String push(Handover handover) throws IOException, Refused {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "there is no folder " + folder + ". Is its disk mounted? It is not made by the desk, so"
                            + " that copies never land beside the database by mistake.");
        }
        Checkpoint checkpoint = handover.checkpoint();
        if (!looked) {
            mustNotBeAhead(checkpoint);
            looked = true;
        }
        Path file = folder.resolve("%012d".formatted(checkpoint.size()) + SUFFIX);
        if (Files.exists(file)) {
            mustBe(checkpoint, file);
        } else {
            files.writePublic(file, handover.note().encoded());
        }
        return file.getFileName().toString();
    }

    /** After a restore of the database the folder knows more than it. Once for each start, since a folder may grow large. */
    private void mustNotBeAhead(Checkpoint checkpoint) throws IOException, Refused {
        Optional<Path> largest;
        try (Stream<Path> all = Files.list(folder)) {
            largest = all.filter(file -> file.getFileName().toString().matches("[0-9]{12,}\\.checkpoint"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()));
        }
        if (largest.isPresent()) {
            Checkpoint kept = read(largest.get(), checkpoint.origin());
            if (kept.size() > checkpoint.size()) {
                throw new Refused("it holds a signed tree of " + kept.size() + " events (" + largest.get()
                        + "), and the desk's newest has " + checkpoint.size());
            }
        }
    }

    private static void mustBe(Checkpoint checkpoint, Path file) throws IOException, Refused {
        if (!read(file, checkpoint.origin()).equals(checkpoint)) {
            throw new Refused("it holds another signed tree of " + checkpoint.size() + " events: " + file);
        }
    }

    private static Checkpoint read(Path file, String origin) throws IOException {
        try {
            Checkpoint kept = Checkpoint.parse(SignedNote.parse(Files.readString(file)).text());
            if (!kept.origin().equals(origin)) {
                throw new IOException(file + " is a checkpoint of the log " + kept.origin()
                        + ". Give each log a folder of its own");
            }
            return kept;
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no checkpoint: " + e.getMessage() + ". Move it away", e);
        }
    }
}
