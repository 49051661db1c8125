package org.isnad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hash;
import org.isnad.tlog.LogProof;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.VerificationException;

/**
 * Checks a bundle: the history of one aggregate with a proof for each of its events, all for one checkpoint. Or a publication: those
 * of its events by which something came before the public, with what the public may read of them.
 */
final class BundleCheck {
    private static final String HEADER = "bundle.txt";
    private static final Pattern FORM = Pattern.compile(
            "isnad-(bundle|publication)/1\norigin ([^\n]+)\naggregate ([A-Z_]+) ([0-9a-f-]{36})\nevents ([1-9][0-9]{0,6})\n");

    private final Source source;
    private final String key;
    private final Report report;
    private final List<Long> leaves = new ArrayList<>();
    private final Publication publication = new Publication();
    private long lastVersion;

    /**
     * What the bundle says of itself.
     *
     * @param publication
     *            whether it holds the public part only
     */
    record Header(boolean publication, String origin, Event.Aggregate aggregate, int events) {
        /** What is beside the proofs, for people. */
        List<String> forReading() {
            return publication ? List.of("README.txt") : List.of("history.html", "README.txt");
        }
    }

    /**
     * What is proven if the report has no fault.
     *
     * @param leaves
     *            of the events, in order
     */
    record Result(Header header, Checkpoint checkpoint, byte[] checkpointFile, List<Long> leaves) {}

    BundleCheck(Source source, String key, Report report) {
        this.source = source;
        this.key = key;
        this.report = report;
    }

    /** @return nothing when the bundle says neither what it is nor has a checkpoint to believe */
    Optional<Result> run() {
        long faultsBefore = report.faults();
        Optional<Header> found = source.read(HEADER, report).flatMap(this::header);
        Trust trust = Trust.read(source, key, report);
        Optional<byte[]> file = source.read(LogCheck.CHECKPOINT, report);
        Optional<Checkpoint> signed = file
                .flatMap(bytes -> trust.checkpoint(LogCheck.CHECKPOINT, bytes, report));
        if (found.isEmpty() || file.isEmpty() || signed.isEmpty()) {
            return Optional.empty();
        }
        Header header = found.get();
        Checkpoint checkpoint = signed.get();
        report.checked(Say.CHECKPOINT_SIGNED, LogCheck.CHECKPOINT, checkpoint.origin(), checkpoint.size());
        if (!header.origin.equals(checkpoint.origin())) {
            report.fault(Say.ORIGIN_DIFFERS, HEADER, header.origin, checkpoint.origin());
        }
        reportFiles(header);
        String note = Bytes.utf8(file.get());
        Values values = new Values(report, header.publication);
        for (int number = 1; number <= header.events; number++) {
            new One(number, header, checkpoint, note, values).check();
        }
        values.end();
        if (report.faults() == faultsBefore) {
            report.checked(header.publication ? Say.PUBLICATION_HOLDS : Say.BUNDLE_HOLDS, header.events,
                    header.aggregate, values.checked(), values.erased(), values.withheld());
        }
        report.checked(Say.BUNDLE_READING_FILES, String.join(", ", header.forReading()));
        return Optional.of(new Result(header, checkpoint, file.get(), List.copyOf(leaves)));
    }

    private Optional<Header> header(byte[] bytes) {
        try {
            Matcher form = FORM.matcher(Bytes.utf8(bytes));
            if (form.matches()) {
                return Optional.of(new Header(form.group(1).equals("publication"), form.group(2),
                        new Event.Aggregate(form.group(3), form.group(4)), Integer.parseInt(form.group(5))));
            }
            report.fault(Say.FILE_MALFORMED, HEADER, "not the four lines of isnad-bundle/1 or isnad-publication/1");
        } catch (IllegalArgumentException e) {
            report.fault(Say.FILE_MALFORMED, HEADER, Bytes.reason(e));
        }
        return Optional.empty();
    }

    /** A bundle is closed: whatever is in it and not expected was put there afterwards. */
    private void reportFiles(Header header) {
        Set<String> expected = new HashSet<>(header.forReading());
        expected.addAll(List.of(HEADER, LogCheck.CHECKPOINT, Trust.KEYS));
        for (int number = 1; number <= header.events; number++) {
            for (String kind : List.of("json", "proof", "opening", "values")) {
                expected.add(file(number, kind));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String name : source.names().orElse(List.of())) {
            if (!seen.add(name)) {
                report.fault(Say.FILE_TWICE, name);
            } else if (!expected.contains(name)) {
                report.fault(Say.FILE_UNEXPECTED, name);
            }
        }
        header.forReading().stream().filter(name -> !seen.contains(name))
                .forEach(name -> report.warning(Say.FILE_MISSING, name));
    }

    private static String file(int number, String kind) {
        return "events/%05d.%s".formatted(number, kind);
    }

    /** The check of one event. */
    private final class One {
        private final int number;
        private final Header header;
        private final Checkpoint checkpoint;
        private final String note;
        private final Values values;

        One(int number, Header header, Checkpoint checkpoint, String note, Values values) {
            this.number = number;
            this.header = header;
            this.checkpoint = checkpoint;
            this.note = note;
            this.values = values;
        }

        void check() {
            Optional<byte[]> canonical = source.read(file(number, "json"), report);
            Optional<Opening> opening = read("opening", Opening::parse);
            Optional<LogProof> proof = read("proof", LogProof::parse);
            Optional<byte[]> opened = source.read(file(number, "values"), report);
            canonical.flatMap(this::event).ifPresent(event -> {
                values.passed(event);
                opened.ifPresent(file -> checkValues(event, file));
                if (header.publication) {
                    opened.ifPresent(file -> publication.check(event, lines(file), file(number, "values"), report));
                }
            });
            opening.ifPresent(this::checkOrder);
            if (canonical.isPresent() && opening.isPresent() && proof.isPresent()) {
                checkProof(canonical.get(), opening.get(), proof.get());
            }
        }

        private <T> Optional<T> read(String kind, Function<String, T> parse) {
            return source.read(file(number, kind), report).flatMap(bytes -> {
                try {
                    return Optional.of(parse.apply(Bytes.utf8(bytes)));
                } catch (IllegalArgumentException e) {
                    report.fault(Say.FILE_MALFORMED, file(number, kind), Bytes.reason(e));
                    return Optional.empty();
                }
            });
        }

        private Optional<Event> event(byte[] canonical) {
            String file = file(number, "json");
            try {
                Event event = Event.parse(canonical);
                if (!event.aggregate().equals(header.aggregate)) {
                    report.fault(Say.BUNDLE_OTHER_AGGREGATE, file, event.aggregate(), header.aggregate);
                } else if (header.publication ? event.version() <= lastVersion : event.version() != number) {
                    report.fault(Say.BUNDLE_OTHER_VERSION, file, event.version(), lastVersion + 1);
                }
                lastVersion = header.publication ? event.version() : number;
                if (header.publication && !Publication.isPublic(event)) {
                    report.fault(Say.PUBLICATION_OTHER_ACTION, file, event.action());
                }
                return Optional.of(event);
            } catch (IllegalArgumentException e) {
                report.fault(Say.FILE_MALFORMED, file, Bytes.reason(e));
                return Optional.empty();
            }
        }

        private void checkOrder(Opening opening) {
            if (!leaves.isEmpty() && opening.index() <= leaves.get(leaves.size() - 1)) {
                report.fault(Say.BUNDLE_ORDER, file(number, "opening"), opening.index(),
                        leaves.get(leaves.size() - 1));
            }
            leaves.add(opening.index());
        }

        private void checkProof(byte[] canonical, Opening opening, LogProof proof) {
            String file = file(number, "proof");
            if (proof.index() != opening.index()) {
                report.fault(Say.BUNDLE_PROOF_INDEX, file, proof.index(), opening.index());
            }
            if (!proof.checkpoint().encoded().equals(note)) {
                report.fault(Say.BUNDLE_PROOF_CHECKPOINT, file);
            }
            if (proof.extra().length > 0) {
                report.fault(Say.FILE_MALFORMED, file, "extra data, which nothing vouches for");
            }
            try {
                Hash leaf = Hash.leaf(opening.entry(canonical).bytes());
                Proofs.checkInclusion(opening.index(), checkpoint.size(), leaf, proof.path(), checkpoint.root());
            } catch (VerificationException e) {
                report.fault(Say.BUNDLE_PROOF_WRONG, number, file(number, "json"), file(number, "opening"), file,
                        Bytes.reason(e));
            }
        }

        private void checkValues(Event event, byte[] opened) {
            String file = file(number, "values");
            List<byte[]> lines = lines(opened);
            boolean ended = opened.length == 0 || opened[opened.length - 1] == '\n';
            if (!ended || lines.size() != event.changes().size()) {
                report.fault(Say.BUNDLE_VALUES_NUMBER, file, lines.size(), event.changes().size());
            }
            for (int position = 0; position < Math.min(lines.size(), event.changes().size()); position++) {
                try {
                    values.check(event, position, lines.get(position), file + ":" + (position + 1));
                } catch (IllegalArgumentException e) {
                    report.fault(Say.LINE_MALFORMED, file, position + 1, Bytes.reason(e));
                }
            }
        }

        private static List<byte[]> lines(byte[] file) {
            List<byte[]> lines = new ArrayList<>();
            int from = 0;
            for (int at = 0; at < file.length; at++) {
                if (file[at] == '\n') {
                    lines.add(Arrays.copyOfRange(file, from, at));
                    from = at + 1;
                }
            }
            return lines;
        }
    }
}
