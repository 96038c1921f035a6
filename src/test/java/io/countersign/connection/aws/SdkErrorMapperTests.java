package io.countersign.connection.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.credential.CredentialErrorMapper;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

class SdkErrorMapperTests {

    static Stream<Arguments> withoutAnswer() {
        return Stream.of(
                Arguments.of(new ConnectTimeoutException("slow"), Kind.UNREACHABLE, true),
                Arguments.of(new ConnectionPoolTimeoutException("full"), Kind.UNREACHABLE, true),
                Arguments.of(new NoRouteToHostException("no route"), Kind.UNREACHABLE, true),
                Arguments.of(new SSLHandshakeException("no trust"), Kind.UNREACHABLE, true),
                Arguments.of(new SocketTimeoutException("Read timed out"), Kind.TIMEOUT, false),
                Arguments.of(new IllegalStateException("new"), Kind.OTHER, false));
    }

    @ParameterizedTest
    @MethodSource("withoutAnswer")
    void derivesKindAndEffectFromTheCause(Exception cause, Kind kind, boolean changedNothing) {
        SdkClientException thrown = SdkClientException.create("Unable to execute HTTP request", cause);

        assertThat(SdkErrorMapper.of(thrown)).isEqualTo(new AwsFailure(kind, cause.getMessage(), null, null));
        assertThat(SdkErrorMapper.changedNothing(thrown)).isEqualTo(changedNothing);
    }

    @Test
    void mapsMissingCredentialsToNoChange() {
        CredentialsUnavailableException thrown =
                CredentialErrorMapper.own(SdkClientException.create("Unable to load credentials"));

        assertThat(SdkErrorMapper.of(thrown).kind()).isEqualTo(Kind.CREDENTIALS_MISSING);
        assertThat(SdkErrorMapper.changedNothing(thrown)).isTrue();
    }

    @Test
    void mapsExpiredCredentials() {
        CredentialsUnavailableException thrown = CredentialErrorMapper.role(
                (RuntimeException) StsException.builder()
                        .statusCode(403)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ExpiredToken")
                                .errorMessage("old")
                                .build())
                        .build(),
                null);

        assertThat(SdkErrorMapper.of(thrown).kind()).isEqualTo(Kind.CREDENTIALS_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [Validation] {"reason":"X","message":"[Validation] MaxResults must be 1.","fields":"[]"} | MaxResults must be 1.
            [Validation] The shared with user cannot belong to the sharer's account. | The shared with user cannot belong to the sharer's account.
            [Validation] {"reason": broken | {"reason": broken
            [Validation] {"message": 7} | {"message": 7}
            1 validation error detected | 1 validation error detected
            """)
    void showsTheInnerTextOfAValidationError(String message, String shown) {
        AwsServiceException thrown = AwsServiceException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();

        assertThat(SdkErrorMapper.of(thrown))
                .isEqualTo(new AwsFailure(Kind.INVALID, shown, "ValidationException", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429})
    void doesNotTrustARefusalWithoutErrorCode(int status) {
        RuntimeException nameless = (RuntimeException)
                WellArchitectedException.builder().statusCode(status).build();
        RuntimeException named = (RuntimeException) WellArchitectedException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .build())
                .build();

        assertThat(SdkErrorMapper.changedNothing(nameless)).isFalse();
        assertThat(SdkErrorMapper.changedNothing(named)).isTrue();
    }

    @Test
    void mapsAResponseWithoutDetailsByItsStatus() {
        RuntimeException thrown = (RuntimeException)
                WellArchitectedException.builder().statusCode(503).build();

        assertThat(SdkErrorMapper.of(thrown)).isEqualTo(new AwsFailure(Kind.AWS_DOWN, "no message", null, null));
        assertThat(SdkErrorMapper.changedNothing(thrown)).isFalse();
    }
}
