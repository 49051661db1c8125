package org.isnad.audit.erasure.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.erasure.ErasableValue;
import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.Erasures;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.ReasonForm;
import org.isnad.kernel.web.ReasonView;

/**
 * One request for erasure.
 *
 * @param withdraw
 *            the form to take it back; null for whoever may not
 * @param values
 *            what the auditor decides on; null for whoever may not
 */
record ErasureView(Erasures.Card request, @Nullable ReasonView withdraw, @Nullable Values values) {

    static ReasonView reason(Erasures.Card request, String act, ReasonForm filled, FormErrors errors) {
        return new ReasonView(act + "-form", address(request.id()) + "/" + act, filled, errors);
    }

    static String address(UUID id) {
        return "/erasures/" + id;
    }

    public String address() {
        return address(request.id());
    }

    /** The page of the claim or article; empty for a person, who has none. */
    public String target() {
        return switch (request.target()) {
            case CLAIM -> "/claims/" + request.targetId();
            case ARTICLE -> "/articles/" + request.targetId();
            case PERSON -> "";
        };
    }

    /**
     * What an auditor decides on.
     *
     * @param find
     *            the text that was looked for
     * @param review
     *            whether the ticks are made, and what goes is shown once more
     */
    record Values(String seen, List<Group> groups, int ticked, int repeats, int all, String find, boolean review,
            ReasonView refuse, FormErrors errors) {

        static Values of(ErasableValues values, Set<Integer> ticked, String find, boolean review, ReasonView refuse,
                FormErrors errors) {
            Set<Integer> repeats = values.repeating(ticked);
            Map<String, Group> groups = new LinkedHashMap<>();
            for (int i = 0; i < values.all().size(); i++) {
                ErasableValue value = values.all().get(i);
                groups.computeIfAbsent(value.step() == null
                        ? value.part().name()
                        : value.aggregateId() + "/" + value
                                .step(),
                        key -> new Group(value.step() == null ? value.part() : null, value.step(),
                                new ArrayList<>()))
                        .items().add(new Item(i, value, ticked.contains(i), repeats.contains(i)));
            }
            return new Values(values.fingerprint(), List.copyOf(groups.values()), ticked.size(), repeats.size(),
                    values.all().size(), find, review, refuse, errors);
        }

        /** Those that are ticked, or that still say what a ticked one says. */
        public List<Item> shown() {
            return groups.stream().flatMap(group -> group.items().stream()).filter(i -> i.ticked() || i.repeats())
                    .toList();
        }
    }

    /**
     * Values that stand together: of present rows those of one part, of the history those of one step.
     *
     * @param part
     *            null for a step
     * @param step
     *            null for present rows
     */
    record Group(@Nullable ErasurePart part, @Nullable Long step, List<Item> items) {}

    /**
     * A value with its tick box.
     *
     * @param repeats
     *            whether it is not ticked and repeats a text that is
     */
    record Item(int index, ErasableValue value, boolean ticked, boolean repeats) {
        private static final int SHORT = 280;

        public boolean isLong() {
            return value.texts().stream().mapToInt(String::length).sum() > SHORT;
        }

        /** A file's size in bytes. */
        public long bytes() {
            return Long.parseLong(value.texts().get(0));
        }
    }
}
