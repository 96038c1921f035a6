package io.countersign.connection.credential;

import io.countersign.connection.Failure;
import io.countersign.connection.Failure.Kind;
import io.countersign.connection.aws.CredentialsUnavailableException;
import io.countersign.connection.aws.SdkErrorMapper;
import org.jspecify.annotations.Nullable;

/** Says why there are no credentials. Nothing was sent in any of these cases, and no sentence may sound as if something was. */
public final class CredentialErrorMapper {

    private CredentialErrorMapper() {}

    /** The credentials that the process itself should have. */
    public static CredentialsUnavailableException own(RuntimeException thrown) {
        Failure failure = SdkErrorMapper.of(thrown);
        return unavailable(failure, kind(failure, Kind.CREDENTIALS_REFUSED, Kind.CREDENTIALS_MISSING), thrown);
    }

    /** @param externalId is kept out of the message, for STS repeats what it finds malformed */
    public static CredentialsUnavailableException role(RuntimeException thrown, @Nullable String externalId) {
        Failure answer = SdkErrorMapper.of(thrown);
        String message =
                externalId == null ? answer.message() : answer.message().replace(externalId, "(external id)");
        Failure failure = new Failure(answer.kind(), message, answer.code(), answer.requestId());
        return unavailable(failure, kind(failure, refusal(failure), Kind.CREDENTIALS_UNAVAILABLE), thrown);
    }

    private static CredentialsUnavailableException unavailable(Failure failure, Kind kind, RuntimeException thrown) {
        return new CredentialsUnavailableException(
                new Failure(kind, failure.message(), failure.code(), failure.requestId()), thrown);
    }

    private static Kind kind(Failure failure, Kind refused, Kind other) {
        return switch (failure.kind()) {
            case ACCESS_DENIED, INVALID -> refused;
            case TIMEOUT, CONNECTION_LOST, AWS_DOWN, BAD_ANSWER -> Kind.CREDENTIALS_UNAVAILABLE;
            case OTHER -> other;
            default -> failure.kind();
        };
    }

    /** STS has one code for several refusals: the words tell them apart. */
    private static Kind refusal(Failure failure) {
        if (failure.message().contains("DurationSeconds")) {
            return Kind.SESSION_TOO_LONG;
        }
        if (failure.message().contains("sts:SetSourceIdentity")) {
            return Kind.SOURCE_IDENTITY_REFUSED;
        }
        return "AccessDenied".equals(failure.code()) ? Kind.ROLE_REFUSED : Kind.CREDENTIALS_REFUSED;
    }
}
