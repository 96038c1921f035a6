package io.countersign.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Collects the figures of all scenarios; at the end of the run it prints them and writes them to a file. */
public final class Results implements AutoCloseable {

    private static final Path FILE = Path.of("target", "benchmark", "results.json");

    private final List<Figure> figures = new ArrayList<>();

    /** @param limit the most that value by baseline may be; null where nothing is promised */
    public void compared(String name, double value, String unit, double baseline, @Nullable Double limit) {
        add(Figure.compared(name, value, unit, baseline, limit));
    }

    /** @param limit the most that the value may be; null where nothing is promised */
    public void alone(String name, double value, String unit, @Nullable Double limit) {
        add(Figure.alone(name, value, unit, limit));
    }

    /** Said at once too: a run takes minutes. */
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
