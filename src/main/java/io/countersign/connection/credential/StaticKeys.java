package io.countersign.connection.credential;

import io.countersign.connection.validation.ConnectionPropertiesValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Static keys of the process, for the simulator; with AWS, use the default credentials chain of the SDK. */
@ConfigurationProperties("countersign.aws")
public record StaticKeys(
        @Nullable String accessKeyId, @Nullable String secretAccessKey) {

    static final StaticKeys NONE = new StaticKeys(null, null);

    public StaticKeys {
        if (ConnectionPropertiesValidator.blank(accessKeyId) != ConnectionPropertiesValidator.blank(secretAccessKey)) {
            throw new IllegalArgumentException(
                    "countersign.aws.access-key-id and .secret-access-key must be set together");
        }
    }

    boolean isConfigured() {
        return !ConnectionPropertiesValidator.blank(accessKeyId);
    }

    /** Requires that the keys are configured. */
    AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "StaticKeys[configured=" + isConfigured() + "]";
    }
}
