package io.countersign.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A bucket with S3 Object Lock: an object cannot be deleted before its retention date. The AWS gateway implements it. */
public interface ObjectLockBucket extends AutoCloseable {

    String name();

    /** Fails on a bucket without Object Lock. */
    void put(String key, String text, Instant retainUntil) throws IOException;

    /** Keys in the order of their names. */
    List<String> keys(String prefix) throws IOException;

    String get(String key) throws IOException;

    @Override
    void close();
}
