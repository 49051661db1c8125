package org.isnad.article.suggestion;

import java.util.List;

/** Logistic regression by gradient descent; the same numbers in, the same numbers out on every machine. */
final class LogisticRegression {
    /** One example: the features that are not zero. */
    record Example(int[] indexes, double[] values, boolean positive, double weight) {}

    private final double[] weights;
    private double bias;

    LogisticRegression(int features) {
        weights = new double[features];
    }

    /**
     * @param penalty
     *            of the squares of how far the weights are from what is expected
     * @param expected
     *            weights before anything was seen; 0 where nothing is expected
     * @param least
     *            how far from 0, on the side where it is expected, a weight stays at least
     */
    LogisticRegression fit(List<Example> examples, double penalty, double[] expected, double least, int rounds,
            double step) {
        double total = examples.stream().mapToDouble(Example::weight).sum();
        for (int round = 0; round < rounds; round++) {
            double[] gradient = new double[weights.length];
            double ofBias = 0;
            for (Example example : examples) {
                double error = example.weight() * (probability(example) - (example.positive() ? 1 : 0));
                ofBias += error;
                for (int i = 0; i < example.indexes().length; i++) {
                    gradient[example.indexes()[i]] += error * example.values()[i];
                }
            }
            bias -= step * ofBias / total;
            for (int i = 0; i < weights.length; i++) {
                double moved = weights[i] - step * (gradient[i] + penalty * (weights[i] - expected[i])) / total;
                weights[i] = expected[i] == 0
                        ? moved
                        : expected[i] > 0 ? Math.max(least, moved) : Math.min(-least, moved);
            }
        }
        return this;
    }

    double probability(Example example) {
        double sum = bias;
        for (int i = 0; i < example.indexes().length; i++) {
            sum += weights[example.indexes()[i]] * example.values()[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    double bias() {
        return bias;
    }

    double[] weights() {
        return weights.clone();
    }
}
