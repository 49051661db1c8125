package org.isnad.article.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** A logistic regression over {@link Feature}s: each feature's value times its weight is what it adds to the score. */
final class Model {
    /** What adds less than this does not count as a reason. */
    private static final double LEAST = 0.1;
    private static final int MOST_REASONS = 5;

    private final double bias;
    private final double[] weights;

    Model(double bias, double[] weights) {
        this.bias = bias;
        this.weights = weights.clone();
    }

    static Model load(String name) {
        Properties file = new Properties();
        try (InputStream stream = Objects.requireNonNull(Model.class.getResourceAsStream(name + ".properties"), name)) {
            file.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[] weights = new double[Feature.values().length];
        for (Feature feature : Feature.values()) {
            weights[feature.ordinal()] = number(file, feature.name());
        }
        return new Model(number(file, "bias"), weights);
    }

    private static double number(Properties file, String key) {
        return Double.parseDouble(Objects.requireNonNull(file.getProperty(key), key));
    }

    double score(double[] features) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Strongest first, at most {@value #MOST_REASONS}. */
    List<Reason> reasons(double[] features) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (Feature feature : strongestFirst(features)) {
            Reason reason = feature.reason();
            if (reason != null && feature.isTold(features[feature.ordinal()]) && added(feature, features) >= LEAST
                    && reasons.size() < MOST_REASONS) {
                reasons.add(reason);
            }
        }
        return List.copyOf(reasons);
    }

    private List<Feature> strongestFirst(double[] features) {
        List<Feature> sorted = new ArrayList<>(List.of(Feature.values()));
        sorted.sort(Comparator.comparingDouble((Feature feature) -> -added(feature, features)));
        return sorted;
    }

    private double added(Feature feature, double[] features) {
        return weights[feature.ordinal()] * features[feature.ordinal()];
    }
}
