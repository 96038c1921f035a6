package io.countersign.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The durations of many runs. */
final class Latencies {

    private final List<Double> millis = new ArrayList<>();

    /** Runs the work and records its duration. */
    void time(Runnable work) {
        long started = System.nanoTime();
        work.run();
        add((System.nanoTime() - started) / 1e6);
    }

    /** @param took in milliseconds */
    void add(double took) {
        millis.add(took);
    }

    void addAll(Latencies others) {
        millis.addAll(others.millis);
    }

    int count() {
        return millis.size();
    }

    double median() {
        return percentile(50);
    }

    double p99() {
        return percentile(99);
    }

    /** Returns the smallest duration that the given percentage of runs does not exceed. */
    private double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
