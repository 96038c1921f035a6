package io.countersign.connection.credential;

import io.countersign.connection.aws.CredentialsUnavailableException;
import io.countersign.connection.aws.SdkErrorMapper;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Marks failures to get credentials, which otherwise look like failures of the call itself. */
record TaggedCredentialsProvider(
        AwsCredentialsProvider provider, Function<RuntimeException, CredentialsUnavailableException> failed)
        implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        return resolve(provider::resolveCredentials, failed);
    }

    static <T> T resolve(Supplier<T> credentials, Function<RuntimeException, CredentialsUnavailableException> failed) {
        try {
            return credentials.get();
        } catch (RuntimeException thrown) {
            throw SdkErrorMapper.unavailable(thrown).orElseGet(() -> failed.apply(thrown));
        }
    }
}
