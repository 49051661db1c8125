package org.isnad.audit.web;

import org.isnad.kernel.text.Direction;

/** A thing about which events tell; templates ask it for the language of what they say. */
interface Told {
    /**
     * The language of a text about this thing, for the browser to choose letters by: what runs the way the thing's own text does is
     * taken to be in its language, and nothing is said of other texts.
     */
    String langOf(String dir);

    static String langOf(String dir, String language, String text) {
        boolean known = !language.equals("und") && dir.equals(Direction.of(text).html());
        return known ? language : "";
    }
}
