package io.countersign.connection.aws;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Converts SDK exceptions to {@link AwsFailure}. */
public final class SdkErrorMapper {

    private static final int MESSAGE_LIMIT = 500;

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 402, 403, 404, 409, 429);

    /** Valid error codes; AWS adds new ones, but never with spaces or brackets. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{2,99}");

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
        return new AwsFailure(SdkErrorKind.of(causes(thrown)), readable(rootMessage(thrown)), null, null);
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
        return unavailable(thrown).isPresent() || SdkErrorKind.of(causes(thrown)) == Kind.UNREACHABLE;
    }

    private static AwsFailure ofAnswer(AwsServiceException answer) {
        @Nullable AwsErrorDetails details = answer.awsErrorDetails();
        @Nullable String code = code(answer);
        @Nullable String message = details == null ? null : details.errorMessage();
        return new AwsFailure(kind(answer, code), readable(message), code, answer.requestId());
    }

    /** The regional service answers so in a Region that is not enabled; other services are global. */
    private static Kind kind(AwsServiceException answer, @Nullable String code) {
        return answer instanceof WellArchitectedException && "UnrecognizedClientException".equals(code)
                ? Kind.REGION_NOT_ENABLED
                : SdkErrorKind.of(code, answer.statusCode());
    }

    private static @Nullable String code(AwsServiceException answer) {
        @Nullable AwsErrorDetails details = answer.awsErrorDetails();
        return details == null ? null : details.errorCode();
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
