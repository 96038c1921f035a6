package io.countersign.http;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Malformed requests that are built from the mappings; a number always gives the same request. */
final class MalformedRequests {

    /** Begins a line of the log if a control character of a request reaches it. */
    static final String MARKER = "FORGED";

    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW",
            "get");

    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%0a" + MARKER,
            "%0d%0a" + MARKER + "%1b[31m",
            "-1",
            "99999999999999999999",
            "1e999",
            "NaN",
            "2026-13-45",
            "null",
            "%27%20or%201=1--",
            "%3Cscript%3E",
            "$%7B7*7%7D",
            "%23%7Bt(java.lang.Runtime)%7D",
            "%e2%80%ae",
            "%f0%9f%92%a5",
            "..%2f..%2f",
            "//evil.example",
            "http://evil.example/",
            "a".repeat(3000),
            "%0a".repeat(6000),
            "a&a&a",
            "+",
            "%5c",
            "ON",
            "0".repeat(32));

    private static final List<String> UNDECODABLE =
            List.of("%", "%zz", "%c0%ae", "%ff%fe", "%ed%a0%80", "=", "[]", "&=&");

    private static final List<String> HEADERS = List.of(
            "Accept: %%%",
            "Accept: text/html",
            "Accept: application/json",
            "Accept: text/event-stream",
            "Accept: " + "a/b,".repeat(500),
            "Accept-Language: %00-x;q=z",
            "Accept-Encoding: nonsense;q=",
            "Content-Type: application/json",
            "Content-Type: multipart/form-data",
            "Content-Type: a",
            "Content-Type: text/x;charset=none",
            "Cookie: COUNTERSIGN=%0a" + MARKER,
            "Cookie: page=%%%; form==;;=;name=\u0001",
            "If-Modified-Since: yesterday",
            "If-None-Match: \"",
            "Range: bytes=9-1,x",
            "Referer: \u0000",
            "Referer: http://localhost/%zz",
            "X-Forwarded-For: ::::",
            "X-Forwarded-Proto: ftp",
            "X-Forwarded-Port: x",
            "X-Forwarded-Host: a b",
            "Host: [",
            "Host: a\\b",
            "Expect: tea",
            "Content-Length: -1",
            "Transfer-Encoding: chunked",
            "Upgrade: h2c",
            "Authorization: Bearer \t" + MARKER,
            "X-HTTP-Method-Override: PUT",
            "Origin: null",
            "Cache-Control: x=\"",
            "X: " + "y".repeat(9000),
            "Sec-Fetch-Site: cross-site");

    private final List<Target> targets;
    private final List<FormToken> users;

    /** @param parameters the names of the parameters that the endpoint reads */
    private record Target(Endpoint endpoint, List<String> parameters) {}

    MalformedRequests(RequestMappingHandlerMapping mappings, List<FormToken> users) {
        this.users = users;
        this.targets = Stream.concat(
                        mappings.getHandlerMethods().entrySet().stream().flatMap(each -> Endpoint.of(each.getKey())
                                .map(endpoint -> new Target(
                                        endpoint, parameters(each.getValue()).toList()))),
                        Stream.of("/login", "/css/app.css", "/actuator/health", "/actuator/prometheus", "/nothing")
                                .map(path -> new Target(new Endpoint("GET", path), List.of("username", "password"))))
                .toList();
    }

    private static Stream<String> parameters(HandlerMethod method) {
        return Stream.of(method.getMethodParameters()).flatMap(MalformedRequests::names);
    }

    private static Stream<String> names(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (Map.class.isAssignableFrom(type) && parameter.hasParameterAnnotation(RequestParam.class)) {
            return FormFields.NAMES.stream();
        }
        if (type.isRecord()) {
            return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.ofNullable(parameter.getParameterName())
                : Stream.empty();
    }

    String request(int number) {
        Random random = new Random(number);
        Target target = targets.get(random.nextInt(targets.size()));
        FormToken user = users.get(random.nextInt(users.size()));
        String method = random.nextBoolean() ? target.endpoint().method() : any(METHODS, random);
        String path = path(target.endpoint().path(), random);
        String parameters = parameters(target, random);
        String[] headers = Stream.concat(
                        Stream.of("Cookie: " + user.cookies()),
                        random.ints(random.nextInt(3), 0, HEADERS.size()).mapToObj(HEADERS::get))
                .toArray(String[]::new);
        if (List.of("POST", "PUT", "PATCH", "DELETE").contains(method)) {
            String token = random.nextInt(4) == 0 ? any(VALUES, random) : user.form();
            return RawHttp.form(method, path, parameters + "&_csrf=" + token, headers);
        }
        return RawHttp.request(method, path + "?" + parameters, headers);
    }

    private static String path(String path, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> path + "/" + any(VALUES, random);
            case 1 -> path.replaceFirst("/[^/]*$", "/" + Matcher.quoteReplacement(any(VALUES, random)));
            case 2 -> path + ";" + any(UNDECODABLE, random) + "=1";
            case 3 ->
                path.replaceFirst(
                        "/", Matcher.quoteReplacement(any(List.of("//", "/./", "/%2e%2e/", "\\", "/%2f"), random)));
            default -> path;
        };
    }

    /** Some names get an index or a property, which data binding interprets. */
    private static String parameters(Target target, Random random) {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> {
                    String name = target.parameters().isEmpty() || random.nextInt(10) == 0
                            ? any(VALUES, random)
                            : any(target.parameters(), random);
                    String suffix = random.nextInt(10) == 0 ? any(List.of("[0]", "[99999999]", ".x"), random) : "";
                    return name + suffix + "=" + any(random.nextInt(10) == 0 ? UNDECODABLE : VALUES, random);
                })
                .collect(Collectors.joining("&"));
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
