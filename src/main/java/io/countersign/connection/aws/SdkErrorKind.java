package io.countersign.connection.aws;

import io.countersign.connection.AwsFailure.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Classifies a failed call by the error code, the HTTP status or the exception. */
final class SdkErrorKind {

    private static final Map<String, Kind> BY_CODE = Map.ofEntries(
            Map.entry("ValidationException", Kind.INVALID),
            Map.entry("AccessDeniedException", Kind.ACCESS_DENIED),
            Map.entry("AccessDenied", Kind.ACCESS_DENIED),
            Map.entry("ResourceNotFoundException", Kind.NOT_FOUND),
            Map.entry("ConflictException", Kind.CONFLICT),
            Map.entry("ThrottlingException", Kind.THROTTLED),
            Map.entry("Throttling", Kind.THROTTLED),
            Map.entry("InternalServerException", Kind.AWS_DOWN),
            Map.entry("ExpiredTokenException", Kind.CREDENTIALS_EXPIRED),
            Map.entry("ExpiredToken", Kind.CREDENTIALS_EXPIRED),
            Map.entry("UnrecognizedClientException", Kind.CREDENTIALS_REFUSED),
            Map.entry("InvalidClientTokenId", Kind.CREDENTIALS_REFUSED),
            Map.entry("InvalidSignatureException", Kind.CREDENTIALS_REFUSED),
            Map.entry("SignatureDoesNotMatch", Kind.CREDENTIALS_REFUSED),
            Map.entry("IncompleteSignatureException", Kind.CREDENTIALS_REFUSED),
            Map.entry("MissingAuthenticationTokenException", Kind.CREDENTIALS_REFUSED));

    private SdkErrorKind() {}

    /** @param code null if the answer has no error code */
    static Kind of(@Nullable String code, int status) {
        Kind byStatus = kindOfStatus(status);
        return code == null ? byStatus : BY_CODE.getOrDefault(code, byStatus);
    }

    private static Kind kindOfStatus(int status) {
        return switch (status) {
            case 400 -> Kind.INVALID;
            case 401 -> Kind.CREDENTIALS_REFUSED;
            case 403 -> Kind.ACCESS_DENIED;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 429 -> Kind.THROTTLED;
            default -> status >= 500 ? Kind.AWS_DOWN : Kind.OTHER;
        };
    }

    /** @param causes of a call without an answer */
    static Kind of(Stream<Throwable> causes) {
        return causes.map(SdkErrorKind::kindOfCause)
                .filter(kind -> kind != Kind.OTHER)
                .findFirst()
                .orElse(Kind.OTHER);
    }

    private static Kind kindOfCause(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectTimeoutException
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException) {
            return Kind.UNREACHABLE;
        }
        if (cause instanceof ApiCallTimeoutException
                || cause instanceof ApiCallAttemptTimeoutException
                || cause instanceof SocketTimeoutException) {
            return Kind.TIMEOUT;
        }
        if (cause instanceof SocketException || cause instanceof NoHttpResponseException) {
            return Kind.CONNECTION_LOST;
        }
        return cause instanceof InvalidResponseException || unreadable(cause) ? Kind.BAD_ANSWER : Kind.OTHER;
    }

    /** The SDK has no exception type for an unreadable response, so its message is checked. */
    private static boolean unreadable(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return cause instanceof SdkClientException
                && message != null
                && message.startsWith("Unable to unmarshall response");
    }
}
