package org.isnad.verify;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** {@code bundle FILE.zip --key VKEY|FILE [--log DIR|URL]}: a bundle, and with a log also whether the bundle leaves events out. */
final class BundleCommand {
    private BundleCommand() {}

    static void run(String file, String key, @Nullable String log, Report report) {
        Optional<BundleCheck.Result> bundle;
        try (Source source = Source.of(file)) {
            bundle = new BundleCheck(source, key, report).run();
        }
        if (log == null) {
            report.checked(Say.BUNDLE_LATER_POSSIBLE);
        } else if (bundle.isPresent()) {
            compare(bundle.get(), file, key, log, report);
        }
    }

    private static void compare(BundleCheck.Result bundle, String file, String key, String log, Report report) {
        try (Source source = Source.of(log)) {
            new LogCheck(source, key, report)
                    .run(List.of(new LogCheck.HeldFile(file + "!" + LogCheck.CHECKPOINT, bundle.checkpointFile())),
                            event -> belongs(event, bundle.header()))
                    .ifPresent(result -> findLater(bundle, result, report));
        }
    }

    /** Erasures aside, which a publication has only of its own values. */
    private static boolean belongs(Event event, BundleCheck.Header header) {
        return event.aggregate().equals(header.aggregate()) && (!header.publication()
                || Publication.isPublic(event) && !event.action().equals("ERASED"));
    }

    private static void findLater(BundleCheck.Result bundle, LogCheck.Result log, Report report) {
        if (!log.hasOpenings()) {
            report.checked(Say.BUNDLE_LATER_POSSIBLE);
            return;
        }
        List<Long> others = log.watched().stream().filter(leaf -> !bundle.leaves().contains(leaf)).toList();
        for (long leaf : others) {
            if (leaf < bundle.checkpoint().size()) {
                report.fault(Say.BUNDLE_EVENT_LEFT_OUT, leaf, bundle.header().aggregate());
            } else {
                report.warning(Say.BUNDLE_LATER_EVENT, leaf, bundle.header().aggregate());
            }
        }
        if (others.isEmpty()) {
            report.checked(Say.BUNDLE_NOTHING_LATER, bundle.header().aggregate(), log.checkpoint().size());
        }
    }
}
