package org.isnad.kernel.web;

import java.util.Map;

/** How much waits in each section for whoever is signed in; one statement. The desk, which joins the features, knows. */
public interface SectionCounts {

    /** Sections without an entry show no number. */
    Map<Section, Long> waiting();
}
