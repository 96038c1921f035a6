package io.countersign.simulator.http;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text that a signature covers. */
final class CanonicalRequest {

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static final Pattern SPACES = Pattern.compile(" +");

    private CanonicalRequest() {}

    static String of(Request request, List<String> signedHeaders) {
        return String.join(
                "\n",
                request.method(),
                // the path is encoded once more: every service but S3 signs it so
                PercentEncoding.encodePath(request.rawPath()),
                query(request.query()),
                headers(request, signedHeaders),
                "",
                String.join(";", signedHeaders),
                payloadHash(request, signedHeaders));
    }

    private static String query(Query query) {
        return query.parameters().stream()
                .map(p -> new Query.Parameter(PercentEncoding.encode(p.name()), PercentEncoding.encode(p.value())))
                .sorted(Comparator.comparing(Query.Parameter::name).thenComparing(Query.Parameter::value))
                .map(p -> p.name() + "=" + p.value())
                .collect(Collectors.joining("&"));
    }

    private static String headers(Request request, List<String> names) {
        return names.stream()
                .map(name -> name + ":"
                        + SPACES.matcher(request.header(name).orElse("").strip())
                                .replaceAll(" "))
                .collect(Collectors.joining("\n"));
    }

    private static String payloadHash(Request request, List<String> signedHeaders) {
        var unsigned = signedHeaders.contains("x-amz-content-sha256")
                && request.header("x-amz-content-sha256")
                        .filter(UNSIGNED::equals)
                        .isPresent();
        return unsigned ? UNSIGNED : Digests.sha256(request.body());
    }
}
