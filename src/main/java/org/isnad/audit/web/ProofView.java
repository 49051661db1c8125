package org.isnad.audit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.Verification;
import org.isnad.audit.proof.ClaimProof;

/**
 * How a claim's history stands in the signed log, on its page.
 *
 * @param state
 *            the latest checkpoint; null before the first
 * @param checked
 *            what the check found; null when nobody asked for one
 */
record ProofView(ClaimProof.@Nullable State state, @Nullable Checked checked) {

    public boolean isBad() {
        return checked != null && checked.found.differs();
    }

    /** Whether everything that is in the log was checked and holds. */
    public boolean isGood() {
        return checked != null && checked.found.trouble() == null && !checked.found.differs();
    }

    /** The size of the checkpoint that the check used, else of the latest one. */
    public long size() {
        return checked != null && checked.found.checkpoint() != null
                ? checked.found.checkpoint().size()
                : state == null ? 0 : state.size();
    }

    /** That checkpoint's root, in base64. */
    public String root() {
        return checked != null && checked.found.checkpoint() != null
                ? checked.found.checkpoint().root().base64()
                : state == null ? "" : state.root().base64();
    }

    public String rootShort() {
        return state == null ? "" : shortened(root());
    }

    /** Both ends of a hash, enough to compare by eye. */
    static String shortened(String base64) {
        return base64.substring(0, 4) + "…" + base64.substring(base64.length() - 4);
    }

    /** The event with what the check found for it. */
    HistoryView.Event marked(HistoryView.Event event) {
        if (checked == null || checked.found.trouble() != null) {
            return event;
        }
        if (checked.found.verified().contains(event.number())) {
            return event.checked(HistoryView.Checked.VERIFIED, List.of());
        }
        List<Verification.Fault> faults = checked.found.faults().getOrDefault(event.number(), List.of());
        return faults.isEmpty() ? event : event.checked(HistoryView.Checked.BROKEN, faults);
    }

    /** What a check found, ready to be shown. */
    record Checked(Verification found, List<Row> rows) {
        public long wrong() {
            return found.faults().size() + found.missing().size();
        }

        public long verified() {
            return found.verified().size();
        }

        public long waiting() {
            return found.waiting().size();
        }

        public long steps() {
            return wrong() + verified() + found.waiting().stream().filter(n -> !found.faults().containsKey(n)).count();
        }

        public List<Wrong> wrongSteps() {
            return found.faults().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .map(entry -> new Wrong(entry.getKey(), entry.getValue())).toList();
        }
    }

    /** A step that does not match. */
    record Wrong(long number, List<Verification.Fault> faults) {}

    /** A row that differs, with the fields in which it does, as far as that can be told. */
    record Row(Verification.Row found, List<ChangeView> fields) {}
}
