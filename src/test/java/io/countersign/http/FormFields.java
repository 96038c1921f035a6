package io.countersign.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the form fields of all templates, for endpoints that read their parameters by name. */
final class FormFields {

    private static final Pattern NAME = Pattern.compile("\\sname=\"([A-Za-z][\\w.-]*)\"");

    static final List<String> NAMES = names();

    private FormFields() {}

    private static List<String> names() {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            return templates
                    .filter(Files::isRegularFile)
                    .flatMap(FormFields::in)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> in(Path template) {
        try {
            Matcher found = NAME.matcher(Files.readString(template));
            return found.results().map(result -> result.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
