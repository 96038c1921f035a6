package io.countersign.simulator.http.signature;

import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.http.protocol.PercentEncoding;
import io.countersign.simulator.http.protocol.QueryString;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the canonical request that a signature covers. */
final class CanonicalRequest {

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static final Pattern SPACES = Pattern.compile(" +");

    private CanonicalRequest() {}

    static String of(AwsRequest request, List<String> signedHeaders) {
        return String.join(
                "\n",
                request.method(),
                // all services except S3 sign the path encoded twice
                PercentEncoding.encodePath(request.rawPath()),
                query(request.query()),
                headers(request, signedHeaders),
                "",
                String.join(";", signedHeaders),
                payloadHash(request, signedHeaders));
    }

    private static String query(QueryString query) {
        return query.parameters().stream()
                .map(p ->
                        new QueryString.Parameter(PercentEncoding.encode(p.name()), PercentEncoding.encode(p.value())))
                .sorted(Comparator.comparing(QueryString.Parameter::name).thenComparing(QueryString.Parameter::value))
                .map(p -> p.name() + "=" + p.value())
                .collect(Collectors.joining("&"));
    }

    private static String headers(AwsRequest request, List<String> names) {
        return names.stream()
                .map(name -> name + ":"
                        + SPACES.matcher(request.header(name).orElse("").strip())
                                .replaceAll(" "))
                .collect(Collectors.joining("\n"));
    }

    private static String payloadHash(AwsRequest request, List<String> signedHeaders) {
        var unsigned = signedHeaders.contains("x-amz-content-sha256")
                && request.header("x-amz-content-sha256")
                        .filter(UNSIGNED::equals)
                        .isPresent();
        return unsigned ? UNSIGNED : DigestFunctions.sha256(request.body());
    }
}
