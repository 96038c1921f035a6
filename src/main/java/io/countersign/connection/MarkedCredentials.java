package io.countersign.connection;

import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Marks every failure to get credentials, which otherwise looks like a failure of the call they were for. */
record MarkedCredentials(AwsCredentialsProvider provider, Function<RuntimeException, CredentialsUnavailable> failed)
        implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (RuntimeException thrown) {
            throw Failures.unavailable(thrown).orElseGet(() -> failed.apply(thrown));
        }
    }
}
