package io.countersign.connection;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Marks every failure to get credentials, which otherwise looks like a failure of the call they were for. */
record MarkedCredentials(AwsCredentialsProvider provider) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (RuntimeException failed) {
            throw new CredentialsUnavailable(failed);
        }
    }
}
