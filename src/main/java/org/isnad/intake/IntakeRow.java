package org.isnad.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was read.
 *
 * @param trouble
 *            why it cannot be taken, whatever else it says; null where it was readable
 */
public record IntakeRow(ItemInput input, @Nullable Trouble trouble) {

    public static IntakeRow of(ItemInput input) {
        return new IntakeRow(input, null);
    }

    public static IntakeRow unreadable(String why) {
        return refused(new Trouble("not-readable", why));
    }

    /** A row of which nothing is known but why it cannot be taken. */
    public static IntakeRow refused(Trouble why) {
        return new IntakeRow(ItemInput.NOTHING, why);
    }
}
