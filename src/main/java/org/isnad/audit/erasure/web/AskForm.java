package org.isnad.audit.erasure.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.kernel.Ids;
import org.isnad.kernel.web.Parameters;

/**
 * What the form that asks for an erasure carries.
 *
 * @param part
 *            names of {@link ErasurePart}s
 */
record AskForm(@RestForm @Nullable String target, @RestForm @Nullable String id, @RestForm List<String> part,
        @RestForm @Nullable String what, @RestForm @Nullable String why) {

    static AskForm about(ErasureTarget target, String id) {
        List<String> only = target.parts().size() == 1 ? List.of(target.parts().get(0).name()) : List.of();
        return new AskForm(target.name(), id, only, null, null);
    }

    Optional<ErasureTarget> chosen() {
        return Stream.of(ErasureTarget.values()).filter(one -> one.name().equals(target)).findFirst();
    }

    ErasureRequest request() {
        return new ErasureRequest(chosen().orElse(null), Ids.parse(id == null ? "" : id).orElse(null), parts(),
                Parameters.lines(what), Parameters.lines(why));
    }

    public boolean isTicked(ErasurePart one) {
        return part.contains(one.name());
    }

    private Set<ErasurePart> parts() {
        Set<ErasurePart> parts = EnumSet.noneOf(ErasurePart.class);
        Stream.of(ErasurePart.values()).filter(this::isTicked).forEach(parts::add);
        return parts;
    }
}
