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
     *            of the squares of the weights
     * @param signs
     *            1 where a weight may not be negative, -1 where it may not be positive, 0 where it may be either
     */
    LogisticRegression fit(List<Example> examples, double penalty, int[] signs, int rounds, double step) {
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
                double moved = weights[i] - step * (gradient[i] + penalty * weights[i]) / total;
                weights[i] = signs[i] == 0 ? moved : signs[i] > 0 ? Math.max(0, moved) : Math.min(0, moved);
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
