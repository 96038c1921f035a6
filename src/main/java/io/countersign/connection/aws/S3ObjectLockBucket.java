package io.countersign.connection.aws;

import io.countersign.audit.ObjectLockBucket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 bucket with Object Lock, in compliance mode. */
final class S3ObjectLockBucket implements ObjectLockBucket {

    private final S3Client client;
    private final String name;

    S3ObjectLockBucket(S3Client client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(String key, String text, Instant retainUntil) throws IOException {
        try {
            client.putObject(
                    put -> put.bucket(name)
                            .key(key)
                            .contentType("application/json")
                            .objectLockMode(ObjectLockMode.COMPLIANCE)
                            .objectLockRetainUntilDate(retainUntil),
                    RequestBody.fromString(text, StandardCharsets.UTF_8));
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<String> keys(String prefix) throws IOException {
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String get(String key) throws IOException {
        try {
            return client.getObjectAsBytes(get -> get.bucket(name).key(key)).asUtf8String();
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
