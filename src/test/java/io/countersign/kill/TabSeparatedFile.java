package io.countersign.kill;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A file to which each line is written at once, so that an interrupted run leaves the lines before. */
record TabSeparatedFile(Path file) {

    void line(Object... cells) {
        String line = Stream.of(cells).map(String::valueOf).collect(joining("\t", "", "\n"));
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
