package org.isnad.verify;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.Tree;
import org.isnad.tlog.VerificationException;

/**
 * {@code compare A B --key VKEY|FILE [--log DIR|URL]}: whether two checkpoints, perhaps got by two people, are of one history. Two
 * of one size need nothing but the key; of two sizes, only the log can show that the larger continues the smaller.
 */
final class CompareCommand {
    private final String key;
    private final Report report;

    CompareCommand(String key, Report report) {
        this.key = key;
        this.report = report;
    }

    void run(LogCheck.HeldFile first, LogCheck.HeldFile second, @Nullable String log) {
        if (log == null) {
            compare(first, second, Trust.inKey(key), null);
            return;
        }
        try (Source source = Source.of(log)) {
            compare(first, second, Trust.read(source, key, report), source);
        }
    }

    private void compare(LogCheck.HeldFile first, LogCheck.HeldFile second, Trust trust, @Nullable Source log) {
        Optional<Checkpoint> a = signed(first, trust);
        Optional<Checkpoint> b = signed(second, trust);
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        Checkpoint smaller = a.get().size() <= b.get().size() ? a.get() : b.get();
        Checkpoint larger = smaller == a.get() ? b.get() : a.get();
        if (!smaller.origin().equals(larger.origin())) {
            report.fault(Say.ORIGIN_DIFFERS, first.name(), a.get().origin(), b.get().origin());
        } else if (smaller.size() != larger.size()) {
            compareSizes(smaller, larger, trust, log);
        } else if (smaller.root().equals(larger.root())) {
            report.checked(Say.COMPARE_SAME, smaller.size(), smaller.root());
        } else {
            report.fault(Say.COMPARE_FORK, smaller.size(), first.name(), a.get().root(), second.name(),
                    b.get().root());
        }
    }

    private Optional<Checkpoint> signed(LogCheck.HeldFile file, Trust trust) {
        Optional<Checkpoint> checkpoint = trust.checkpoint(file.name(), file.bytes(), report);
        checkpoint.ifPresent(one -> report.checked(Say.CHECKPOINT_SIGNED, file.name(), one.origin(), one.size()));
        return checkpoint;
    }

    private void compareSizes(Checkpoint smaller, Checkpoint larger, Trust trust, @Nullable Source log) {
        if (log == null) {
            report.fault(Say.COMPARE_NEEDS_LOG, smaller.size(), larger.size());
            return;
        }
        Optional<Checkpoint> current = log.read(LogCheck.CHECKPOINT, report)
                .flatMap(bytes -> trust.checkpoint(LogCheck.CHECKPOINT, bytes, report));
        if (current.isEmpty()) {
            return;
        }
        long size = current.get().size();
        if (size < larger.size()) {
            report.fault(Say.COMPARE_LOG_TOO_SMALL, size, larger.size());
            return;
        }
        try {
            TileHashes hashes = new TileHashes(log, size);
            // The larger root is the signed one, so a log that lies about its tiles proves nothing.
            Proofs.checkConsistency(smaller.size(), smaller.root(), larger.size(), larger.root(),
                    new Tree(larger.size(), hashes).consistency(smaller.size()));
            report.checked(Say.COMPARE_CONTINUES, smaller.size(), larger.size());
        } catch (IllegalArgumentException e) {
            report.fault(Say.COMPARE_LOG_WRONG, Bytes.reason(e));
        } catch (VerificationException e) {
            report.fault(Say.COMPARE_NOT_IN_LOG, smaller.size(), larger.size(), Bytes.reason(e));
        }
    }
}
