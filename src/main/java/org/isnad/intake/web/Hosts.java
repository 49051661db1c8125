package org.isnad.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a list of addresses is called. Not by an address, which says what its article is about, and which an erasure takes away. */
final class Hosts {
    private static final Pattern HOST = Pattern
            .compile("(?i)https?://(?:[^/?#@]*@)?(?:www\\.)?(\\[[^]]*]|[^/?#:\\[]+).*");
    private static final int MOST = 3;

    private Hosts() {}

    /** The first hosts in the list, each with how many addresses are there; empty when there is none at all. */
    static String of(List<String> addresses) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        addresses.stream().map(HOST::matcher).filter(Matcher::matches)
                .forEach(host -> counts.merge(host.group(1).toLowerCase(Locale.ROOT), 1, Integer::sum));
        String first = counts.entrySet().stream().limit(MOST).map(host -> host.getKey() + " (" + host.getValue() + ")")
                .collect(Collectors.joining(", "));
        return counts.size() > MOST ? first + ", …" : first;
    }
}
