package org.isnad.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was found, in the order in which it was found. One fault is enough for "not verified". Only so many findings of one kind are
 * kept, since a log whose every line is wrong would otherwise fill the memory, and hide what else was found; the others are counted.
 */
final class Report {
    private static final int MOST_OF_A_KIND = 200;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Say, Integer> kept = new EnumMap<>(Say.class);
    private long faults;
    private long unkept;

    /**
     * @param kind
     *            {@link Say#FAULT}, {@link Say#WARNING} or {@link Say#CHECKED}
     */
    record Finding(Say kind, Say what, List<Object> details) {}

    /** Something that must not be so. */
    void fault(Say what, Object... details) {
        faults++;
        keep(Say.FAULT, what, details);
    }

    /** Something that a reader should know and that proves nothing against the log. */
    void warning(Say what, Object... details) {
        keep(Say.WARNING, what, details);
    }

    /** Something that was checked, or could not be. */
    void checked(Say what, Object... details) {
        keep(Say.CHECKED, what, details);
    }

    private void keep(Say kind, Say what, Object... details) {
        if (kept.merge(what, 1, Integer::sum) <= MOST_OF_A_KIND) {
            findings.add(new Finding(kind, what, List.of(details)));
        } else {
            unkept++;
        }
    }

    boolean isVerified() {
        return faults == 0;
    }

    /** The number of faults up to now, to see later whether there are more. */
    long faults() {
        return faults;
    }

    /** In words, the result last, where a terminal shows it. */
    void print(PrintStream out, Language language) {
        for (Finding finding : findings) {
            out.println(language.text(finding.kind(), List.of()) + " "
                    + language.text(finding.what(), finding.details()));
        }
        if (unkept > 0) {
            out.println(language.text(Say.MORE_FINDINGS, List.of(unkept)));
        }
        out.println(language.text(isVerified() ? Say.VERIFIED : Say.NOT_VERIFIED, List.of(faults)));
    }

    /** One line of JSON (RFC 8259); {@code code} and {@code details} are for programs and the same in every language. */
    void printJson(PrintStream out, Language language) {
        StringBuilder json = new StringBuilder("{\"verified\":").append(isVerified()).append(",\"faults\":")
                .append(faults).append(",\"findings\":[");
        String comma = "";
        for (Finding finding : findings) {
            json.append(comma).append("{\"kind\":").append(Json.quoted(finding.kind().key())).append(",\"code\":")
                    .append(Json.quoted(finding.what().key())).append(",\"details\":[")
                    .append(String.join(",",
                            finding.details().stream().map(detail -> Json.quoted(String.valueOf(detail))).toList()))
                    .append("],\"message\":")
                    .append(Json.quoted(language.text(finding.what(), finding.details()))).append('}');
            comma = ",";
        }
        out.println(json.append("],\"unlisted\":").append(unkept).append('}'));
    }
}
