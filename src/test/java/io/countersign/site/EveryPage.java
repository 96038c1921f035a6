package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the pages of the application. */
final class EveryPage {

    private static final Pattern DOWNLOAD = Pattern.compile(".*(\\.[A-Za-z]+|/events|/assignees|\\{.*)");

    private EveryPage() {}

    /** Returns the paths of all pages that need no ID. */
    static List<String> paths(RequestMappingHandlerMapping mappings) {
        List<String> paths = mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !DOWNLOAD.matcher(path).matches())
                .toList();
        assertThat(paths).contains("/", "/coverage", "/lead", "/owners", "/proposals", "/batches", "/connections");
        return paths;
    }
}
