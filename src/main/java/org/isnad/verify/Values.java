package org.isnad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.isnad.tlog.Hash;

/** Compares the values of events with what the events commit to, and remembers what was erased until an event says so. */
final class Values {
    private static final byte[] ERASED = {'e', 'r', 'a', 's', 'e', 'd'};
    private static final byte[] WITHHELD = {'w', 'i', 't', 'h', 'h', 'e', 'l', 'd'};

    private final Report report;
    private final boolean mayWithhold;
    private final List<Erased> unexplained = new ArrayList<>();
    private long checked;
    private long erased;
    private long withheld;

    private record Erased(Event.Aggregate aggregate, long version, String field, String where) {}

    /**
     * @param mayWithhold
     *            whether values may be left out, as in the proof of what is public
     */
    Values(Report report, boolean mayWithhold) {
        this.report = report;
        this.mayWithhold = mayWithhold;
    }

    long checked() {
        return checked;
    }

    long erased() {
        return erased;
    }

    long withheld() {
        return withheld;
    }

    /** What earlier values this event says to be erased; to be told of every event in order. */
    void passed(Event event) {
        for (Iterator<Erased> all = unexplained.iterator(); all.hasNext();) {
            Erased one = all.next();
            if (event.erases(one.aggregate, one.version, one.field)) {
                report.checked(Say.VALUE_ERASED, one.where, one.field, event.aggregate(), event.version());
                all.remove();
            }
        }
    }

    /**
     * @param opened
     *            {@code HEXSALT PAYLOADJSON}, {@code erased} or {@code withheld}
     * @param where
     *            names the event in a report
     * @throws IllegalArgumentException
     *             when it is neither
     */
    void check(Event event, int position, byte[] opened, String where) {
        Event.Change change = event.changes().get(position);
        if (Arrays.equals(opened, ERASED)) {
            erased++;
            unexplained.add(new Erased(event.aggregate(), event.version(), change.field(), where));
            return;
        }
        if (Arrays.equals(opened, WITHHELD)) {
            withheld++;
            if (!mayWithhold) {
                report.fault(Say.VALUE_WITHHELD, where, change.field(), event.aggregate(), event.version());
            }
            return;
        }
        List<byte[]> parts = Bytes.parts(opened, 2);
        if (Hash.sha256(Bytes.hash(Bytes.utf8(parts.get(0))), parts.get(1)).equals(change.commitment())) {
            checked++;
        } else {
            report.fault(Say.VALUE_DIFFERS, where, change.field(), event.aggregate(), event.version());
        }
    }

    /** After the last event. */
    void end() {
        unexplained.forEach(one -> report.fault(Say.VALUE_ERASED_SILENTLY, one.where, one.field, one.aggregate,
                one.version));
    }
}
