package io.countersign.connection.aws;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Source;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Converts SDK exceptions to {@link AwsFailure}. */
public final class SdkErrorMapper {

    private static final int MESSAGE_LIMIT = 500;

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 402, 403, 404, 409, 429);

    /** Valid error codes; AWS adds new ones, but never with spaces or brackets. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{2,99}");

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

    private SdkErrorMapper() {}

    public static AwsFailure of(RuntimeException thrown) {
        return unavailable(thrown).map(CredentialsUnavailableException::failure).orElseGet(() -> ofCall(thrown));
    }

    public static AwsFailure notConnected(Source source) {
        return new AwsFailure(Kind.NOT_CONNECTED, source + " is not connected", null, null);
    }

    /** Returns the credentials failure that caused an exception, if there is one. */
    public static Optional<CredentialsUnavailableException> unavailable(RuntimeException thrown) {
        return causes(thrown)
                .filter(CredentialsUnavailableException.class::isInstance)
                .map(CredentialsUnavailableException.class::cast)
                .findFirst();
    }

    private static AwsFailure ofCall(RuntimeException thrown) {
        if (thrown instanceof AwsServiceException answer) {
            return ofAnswer(answer);
        }
        return new AwsFailure(kindWithoutAnswer(thrown), readable(rootMessage(thrown)), null, null);
    }

    /**
     * Returns whether the call certainly changed nothing: AWS refused, or the request was never sent. A status without
     * an error code proves nothing, because it may come from a proxy that does not know what AWS did.
     */
    public static boolean changedNothing(RuntimeException thrown) {
        if (thrown instanceof AwsServiceException answer) {
            String code = code(answer);
            return code != null && NAME.matcher(code).matches() && REFUSALS.contains(answer.statusCode());
        }
        return unavailable(thrown).isPresent() || kindWithoutAnswer(thrown) == Kind.UNREACHABLE;
    }

    private static AwsFailure ofAnswer(AwsServiceException answer) {
        @Nullable AwsErrorDetails details = answer.awsErrorDetails();
        @Nullable String code = code(answer);
        @Nullable String message = details == null ? null : details.errorMessage();
        Kind byStatus = kindOfStatus(answer.statusCode());
        Kind kind = code == null ? byStatus : BY_CODE.getOrDefault(code, byStatus);
        return new AwsFailure(kind, readable(message), code, answer.requestId());
    }

    private static @Nullable String code(AwsServiceException answer) {
        @Nullable AwsErrorDetails details = answer.awsErrorDetails();
        return details == null ? null : details.errorCode();
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

    private static Kind kindWithoutAnswer(RuntimeException thrown) {
        return causes(thrown)
                .map(SdkErrorMapper::kindOfCause)
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

    private static String rootMessage(Throwable thrown) {
        Throwable last = causes(thrown).reduce(thrown, (former, latter) -> latter);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable t = thrown; t != null && !chain.contains(t); t = t.getCause()) {
            chain.add(t);
        }
        return chain.stream();
    }

    /**
     * Returns the first line only: for a wrong signature, later lines repeat the request headers, including the session
     * token.
     */
    private static String readable(@Nullable String message) {
        String text = message == null ? "" : ValidationMessage.readable(message);
        String line = text.strip().lines().findFirst().orElse("");
        String shown = line.length() > MESSAGE_LIMIT ? line.substring(0, MESSAGE_LIMIT) + "…" : line;
        return StoredText.of(shown.isEmpty() ? "no message" : shown);
    }
}
