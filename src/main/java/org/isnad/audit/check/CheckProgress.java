package org.isnad.audit.check;

/** Is told how far a comparison of state, history and log has come. */
interface CheckProgress {
    /** For who waits for the end and nothing else. */
    CheckProgress NONE = new CheckProgress() {
        @Override
        public void of(Part part, long total) {}

        @Override
        public void at(Part part, long done) {}
    };

    /** What is compared, in this order. */
    enum Part {
        /** Leaves, with their events and with what was signed of the tree. */
        LEAVES,
        /** Events: columns and values with the bytes. */
        EVENTS,
        /** Aggregates: present rows with the state that the last event left. */
        AGGREGATES
    }

    /** How many there are of a part. */
    void of(Part part, long total);

    /**
     * How many of a part are done.
     *
     * @throws Stopped
     *             when the comparison should end here
     */
    void at(Part part, long done);

    /** Somebody asked the comparison to end, or the program ends. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }
}
