package io.countersign.connection;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A bucket at an address of the test. */
public final class TestBuckets {

    private TestBuckets() {}

    public static LockedBucket at(String address) {
        return new LockedBuckets(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
                .open("evidence", new Region("eu-west-1"), URI.create(address));
    }
}
