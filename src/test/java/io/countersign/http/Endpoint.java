package io.countersign.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and a path that the application answers, with valid values for the variables of the path. */
record Endpoint(String method, String path) {

    static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(Endpoint::of)
                .toList();
    }

    static Stream<Endpoint> of(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods(mapping.getMethodsCondition().getMethods()).stream()
                        .map(method -> new Endpoint(method, path(pattern))));
    }

    private static Set<String> methods(Set<?> stated) {
        return stated.isEmpty()
                ? Set.of("GET")
                : stated.stream().map(Object::toString).collect(Collectors.toSet());
    }

    private static String path(String pattern) {
        return pattern.replace("/invitations/{id}", "/invitations/" + "0".repeat(32))
                .replace("{account}", "111122223333")
                .replace("{accountId}", "111122223333")
                .replaceAll("\\{[^}]+}", "1");
    }
}
