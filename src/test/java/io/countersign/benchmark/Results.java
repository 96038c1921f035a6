package io.countersign.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Collects the figures of all scenarios, and prints and stores them at the end of the run. */
public final class Results implements AutoCloseable {

    private static final Path FILE = Path.of("target", "benchmark", "results.json");

    private final List<Figure> figures = new ArrayList<>();

    /** @param limit the highest allowed value divided by the baseline; null for no limit */
    public void compared(String name, double value, String unit, double baseline, @Nullable Double limit) {
        add(Figure.compared(name, value, unit, baseline, limit));
    }

    /** @param limit the highest allowed value; null for no limit */
    public void alone(String name, double value, String unit, @Nullable Double limit) {
        add(Figure.alone(name, value, unit, limit));
    }

    /** Prints each figure immediately, because a run takes minutes. */
    private void add(Figure figure) {
        figures.add(figure);
        say(figure.line());
    }

    @Override
    public void close() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(
                FILE, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
        say("");
        say("| figure | value | baseline | ratio | limit | |");
        say("|---|---|---|---|---|---|");
        figures.forEach(figure -> say(figure.line()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
