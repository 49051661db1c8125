package org.isnad.intake;

/** Rows were put in a list; whoever goes through them on this node need not wait until they look by themselves. */
record RowsWaiting() {}
