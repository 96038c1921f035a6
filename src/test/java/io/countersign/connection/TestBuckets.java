package io.countersign.connection;

import io.countersign.audit.ObjectLockBucket;
import io.countersign.connection.aws.S3ObjectLockBuckets;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Opens a bucket at the endpoint of a test. */
public final class TestBuckets {

    private TestBuckets() {}

    public static ObjectLockBucket at(String address) {
        return new S3ObjectLockBuckets(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
                .open("evidence", "eu-west-1", URI.create(address));
    }
}
