package org.isnad.audit.erasure.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.kernel.Ids;

/** A claim or an article, as the address of one of its pages names it. */
record TargetAddress(ErasureTarget target, UUID id) {
    private static final Pattern PAGE = Pattern
            .compile("(?:https?://[^/\\s]+)?/(claims|articles|facts)/([0-9a-z-]{8,36})(?:[/?#].*)?");

    /**
     * @param published
     *            finds the claim whose public page has a name
     */
    static Optional<TargetAddress> of(String text, Function<String, Optional<UUID>> published) {
        Matcher page = PAGE.matcher(text.strip());
        if (!page.matches()) {
            return Optional.empty();
        }
        String name = page.group(2);
        return switch (page.group(1)) {
            case "claims" -> Ids.parse(name).map(id -> new TargetAddress(ErasureTarget.CLAIM, id));
            case "articles" -> Ids.parse(name).map(id -> new TargetAddress(ErasureTarget.ARTICLE, id));
            default -> published.apply(name).map(id -> new TargetAddress(ErasureTarget.CLAIM, id));
        };
    }
}
