package io.countersign.connection.credential;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.aws.CredentialsUnavailableException;
import io.countersign.connection.aws.SdkErrorMapper;
import org.jspecify.annotations.Nullable;

/** Explains missing credentials. No request was sent in these cases, and no message may suggest otherwise. */
public final class CredentialErrorMapper {

    private CredentialErrorMapper() {}

    /** Converts a failure to get the credentials of the process. */
    public static CredentialsUnavailableException own(RuntimeException thrown) {
        AwsFailure awsFailure = SdkErrorMapper.of(thrown);
        return unavailable(awsFailure, kind(awsFailure, Kind.CREDENTIALS_REFUSED, Kind.CREDENTIALS_MISSING), thrown);
    }

    /** @param externalId removed from the message, because STS repeats malformed values */
    public static CredentialsUnavailableException role(RuntimeException thrown, @Nullable String externalId) {
        AwsFailure answer = SdkErrorMapper.of(thrown);
        String message =
                externalId == null ? answer.message() : answer.message().replace(externalId, "(external id)");
        AwsFailure awsFailure = new AwsFailure(answer.kind(), message, answer.code(), answer.requestId());
        return unavailable(awsFailure, kind(awsFailure, refusal(awsFailure), Kind.CREDENTIALS_UNAVAILABLE), thrown);
    }

    private static CredentialsUnavailableException unavailable(
            AwsFailure awsFailure, Kind kind, RuntimeException thrown) {
        return new CredentialsUnavailableException(
                new AwsFailure(kind, awsFailure.message(), awsFailure.code(), awsFailure.requestId()), thrown);
    }

    private static Kind kind(AwsFailure awsFailure, Kind refused, Kind other) {
        return switch (awsFailure.kind()) {
            case ACCESS_DENIED, INVALID -> refused;
            case TIMEOUT, CONNECTION_LOST, AWS_DOWN, BAD_ANSWER -> Kind.CREDENTIALS_UNAVAILABLE;
            case OTHER -> other;
            default -> awsFailure.kind();
        };
    }

    /** STS uses one code for several refusals, so the message distinguishes them. */
    private static Kind refusal(AwsFailure awsFailure) {
        if (awsFailure.message().contains("DurationSeconds")) {
            return Kind.SESSION_TOO_LONG;
        }
        if (awsFailure.message().contains("sts:SetSourceIdentity")) {
            return Kind.SOURCE_IDENTITY_REFUSED;
        }
        return "AccessDenied".equals(awsFailure.code()) ? Kind.ROLE_REFUSED : Kind.CREDENTIALS_REFUSED;
    }
}
