package io.countersign.site.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Finds the page of a form that is sent to an address of its own: the nearest page above that address. */
record FormPages(RequestMappingHandlerMapping mappings) {

    /** Returns the path of the page; empty if no form is sent to this path. */
    Optional<String> above(String path) {
        return sentTo(pattern -> matches(pattern, path)) ? pages(path).findFirst() : Optional.empty();
    }

    /** Like {@link #above}, for a path that also looks like a page with an ID, such as {@code /connections/tests}. */
    Optional<String> aboveLiteral(String path) {
        return sentTo(pattern -> pattern.getPatternString().equals(path)) ? above(path) : Optional.empty();
    }

    /** Returns the path of a request within this application. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private boolean sentTo(Predicate<PathPattern> form) {
        return patterns(RequestMethod.POST).anyMatch(form);
    }

    private Stream<String> pages(String path) {
        return Stream.iterate(parent(path), each -> !each.isEmpty(), FormPages::parent)
                .filter(each -> patterns(RequestMethod.GET).anyMatch(page -> matches(page, each)));
    }

    private static String parent(String path) {
        int end = path.lastIndexOf('/');
        return end > 0 ? path.substring(0, end) : path.length() > 1 ? "/" : "";
    }

    private static boolean matches(PathPattern pattern, String path) {
        return pattern.matches(PathContainer.parsePath(path));
    }

    private Stream<PathPattern> patterns(RequestMethod method) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .flatMap(condition -> condition == null ? Stream.of() : Set.copyOf(condition.getPatterns()).stream());
    }
}
