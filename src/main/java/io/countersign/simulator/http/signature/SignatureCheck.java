package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;

/** Says who sent a request, or refuses it as AWS does. The time is the real one, not the simulator's. */
final class SignatureCheck {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Credentials credentials;
    private final InstantSource clock;
    private final SigningKeys keys = new SigningKeys();

    SignatureCheck(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    Signed check(Request request, Api api) {
        var authorization = Authorization.parse(request.header("authorization")
                .orElseThrow(() ->
                        new AwsException(403, "MissingAuthenticationTokenException", "Missing Authentication Token")));
        var stamp = request.header("x-amz-date")
                .orElseThrow(() -> incomplete("Authorization header requires existence of an 'X-Amz-Date' header."));
        var credential = credential(request, authorization);
        refuseWrongScope(authorization, stamp, api);
        refuseWrongTime(stamp);
        refuseUnsignedHeaders(request, authorization);
        refuseWrongSignature(request, authorization, stamp, credential);
        return new Signed(credential.identity(), authorization.region());
    }

    private Credential credential(Request request, Authorization authorization) {
        var token = request.header("x-amz-security-token").orElse(null);
        var credential = credentials
                .find(authorization.accessKeyId(), authorization.region())
                .filter(found -> found.goesWith(token))
                .orElseThrow(() -> new AwsException(
                        403, "UnrecognizedClientException", "The security token included in the request is invalid."));
        if (credential.isExpiredAt(clock.instant())) {
            throw new AwsException(
                    403, "ExpiredTokenException", "The security token included in the request is expired");
        }
        return credential;
    }

    private static void refuseWrongScope(Authorization authorization, String stamp, Api api) {
        if (!authorization.service().equals(api.service())) {
            throw invalid("Credential should be scoped to correct service: '" + api.service() + "'.");
        }
        if (!api.isServedIn(authorization.region())) {
            throw invalid("Credential should be scoped to a valid region.");
        }
        if (!stamp.startsWith(authorization.date())) {
            throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
        }
    }

    private void refuseWrongTime(String stamp) {
        var sent = parse(stamp);
        var now = clock.instant();
        if (sent.isBefore(now.minus(SKEW))) {
            throw invalid("Signature expired: " + stamp + " is now earlier than " + STAMP.format(now.minus(SKEW)) + " ("
                    + STAMP.format(now) + " - 5 min.)");
        }
        if (sent.isAfter(now.plus(SKEW))) {
            throw invalid("Signature not yet current: " + stamp + " is still later than " + STAMP.format(now.plus(SKEW))
                    + " (" + STAMP.format(now) + " + 5 min.)");
        }
    }

    private static Instant parse(String stamp) {
        try {
            return STAMP.parse(stamp, Instant::from);
        } catch (DateTimeParseException e) {
            throw incomplete("Date must be in ISO-8601 'basic format'. Got '" + stamp + "'.");
        }
    }

    private static void refuseUnsignedHeaders(Request request, Authorization authorization) {
        var signed = authorization.signedHeaders();
        var unsigned = request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !signed.contains(name))
                .findFirst();
        if (!signed.contains("host") || unsigned.isPresent()) {
            throw invalid("'" + unsigned.orElse("host") + "' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void refuseWrongSignature(
            Request request, Authorization authorization, String stamp, Credential credential) {
        var canonical = CanonicalRequest.of(request, authorization.signedHeaders());
        var toSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                stamp,
                authorization.scope(),
                Digests.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var expected = HexFormat.of().formatHex(Digests.hmac(keys.of(credential, authorization), toSign));
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                authorization.signature().getBytes(StandardCharsets.UTF_8))) {
            throw invalid("The request signature we calculated does not match the signature you provided. Check your"
                    + " AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static AwsException invalid(String message) {
        return new AwsException(403, "InvalidSignatureException", message);
    }

    private static AwsException incomplete(String message) {
        return new AwsException(403, "IncompleteSignatureException", message);
    }
}
