package org.isnad.kernel.web;

/** Plural categories of whole numbers as Unicode CLDR defines them for the interface's languages. */
final class Plural {
    private Plural() {}

    static String of(Language language, long count) {
        return switch (language) {
            case EN -> count == 1 ? "one" : "other";
            case AR -> arabic(count);
        };
    }

    private static String arabic(long count) {
        if (count >= 0 && count <= 2) {
            return count == 0 ? "zero" : count == 1 ? "one" : "two";
        }
        long rest = Math.floorMod(count, 100L);
        if (rest >= 3 && rest <= 10) {
            return "few";
        }
        return rest >= 11 ? "many" : "other";
    }
}
