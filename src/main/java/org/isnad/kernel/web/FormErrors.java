package org.isnad.kernel.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;

/** What is wrong with a form, field by field, for the page that shows it again with what was typed. */
public record FormErrors(List<Fault> faults) {
    private static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        faults = List.copyOf(faults);
    }

    public static FormErrors none() {
        return NONE;
    }

    public static FormErrors of(Problem.Invalid problem) {
        return new FormErrors(problem.errors().stream().map(error -> new Fault(error.field(), error.code(),
                error.details().get("max") instanceof Number max ? max.longValue() : 0)).toList());
    }

    public static FormErrors of(String field, String code) {
        return of(field, code, 0);
    }

    public static FormErrors of(String field, String code, long number) {
        return new FormErrors(List.of(new Fault(field, code, number)));
    }

    public boolean any() {
        return !faults.isEmpty();
    }

    /** The first error of the field; null when the field is right. */
    public @Nullable Fault at(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).findFirst().orElse(null);
    }

    /**
     * One error.
     *
     * @param max
     *            the most code points (or files, or megabytes) that the field takes, where that is what was wrong; the status of the
     *            answer, where a server gave nothing out; else 0
     */
    public record Fault(String field, String code, long max) {}
}
