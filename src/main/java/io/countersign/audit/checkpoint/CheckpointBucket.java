package io.countersign.audit.checkpoint;

import io.countersign.audit.ObjectLockBucket;
import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Hashes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores each checkpoint as an object of a bucket with Object Lock. */
final class CheckpointBucket implements CheckpointStore, AutoCloseable {

    private static final String PREFIX = "checkpoint-";

    private final ObjectLockBucket bucket;
    private final Duration retain;
    /** Objects cannot change, so each is read once. */
    private final Map<String, String> read = new ConcurrentHashMap<>();

    CheckpointBucket(ObjectLockBucket bucket, Duration retain) {
        this.bucket = bucket;
        this.retain = retain;
    }

    @Override
    public String name() {
        return "s3://" + bucket.name();
    }

    @Override
    public void put(Checkpoint checkpoint) throws IOException {
        bucket.put(key(checkpoint), checkpoint.line() + "\n", checkpoint.at().plus(retain));
    }

    @Override
    public boolean contains(Checkpoint checkpoint) throws IOException {
        String key = key(checkpoint);
        return bucket.keys(key).contains(key);
    }

    /** The key contains the hash: after a restore, a second checkpoint of the same number does not hide the first. */
    private static String key(Checkpoint checkpoint) {
        String hash = Hashes.of(checkpoint.signed()).substring(0, 12);
        return PREFIX + "%012d-%s.json".formatted(checkpoint.number(), hash);
    }

    @Override
    public List<Checkpoint> all() throws IOException {
        List<String> keys = bucket.keys(PREFIX);
        for (String key : keys) {
            if (!read.containsKey(key)) {
                read.put(key, bucket.get(key));
            }
        }
        return AuditLogFile.checkpoints(keys.stream().map(read::get).flatMap(String::lines));
    }

    @Override
    public void close() {
        bucket.close();
    }
}
