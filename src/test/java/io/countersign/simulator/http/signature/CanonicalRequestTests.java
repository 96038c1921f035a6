package io.countersign.simulator.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.http.protocol.AwsRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalRequestTests {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** The example from the AWS documentation, with its published hash. */
    @Test
    void matchesThePublishedExample() {
        var request = new AwsRequest(
                "id",
                "GET",
                "/",
                "Action=ListUsers&Version=2010-05-08",
                Map.of(
                        "content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"),
                        "host", List.of("iam.amazonaws.com"),
                        "x-amz-date", List.of("20150830T123600Z")),
                new byte[0]);
        var canonical = CanonicalRequest.of(request, List.of("content-type", "host", "x-amz-date"));
        assertThat(DigestFunctions.sha256(canonical.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59");
    }

    @Test
    void encodesThePathTwiceAndSortsTheQueryByName() {
        var canonical = CanonicalRequest.of(
                new AwsRequest(
                        "id",
                        "GET",
                        "/lenses/a%2Fb:c",
                        "B=x y&A-B=1&A=2&A=%3D",
                        Map.of("host", List.of(" h  1 ")),
                        new byte[0]),
                List.of("host"));
        assertThat(canonical)
                .isEqualTo("GET\n/lenses/a%252Fb%3Ac\nA=%3D&A=2&A-B=1&B=x%20y\nhost:h 1\n\nhost\n" + EMPTY);
    }

    @Test
    void omitsThePayloadOnlyIfTheSignatureDeclaresIt() {
        var headers = Map.of("host", List.of("h"), "x-amz-content-sha256", List.of("UNSIGNED-PAYLOAD"));
        var request = new AwsRequest("id", "GET", "/", null, headers, new byte[0]);
        assertThat(CanonicalRequest.of(request, List.of("host", "x-amz-content-sha256")))
                .endsWith("\nUNSIGNED-PAYLOAD");
        assertThat(CanonicalRequest.of(request, List.of("host"))).endsWith("\n" + EMPTY);
    }
}
