package io.countersign.history;

import io.countersign.connection.LockedBucket;
import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.Hashes;
import io.countersign.history.chain.RecordFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket in which each checkpoint is an object that nobody can delete for a time. */
final class CheckpointBucket implements CheckpointPlace, AutoCloseable {

    private static final String PREFIX = "checkpoint-";

    private final LockedBucket bucket;
    private final Duration retain;
    /** What was read once cannot change. */
    private final Map<String, String> read = new ConcurrentHashMap<>();

    CheckpointBucket(LockedBucket bucket, Duration retain) {
        this.bucket = bucket;
        this.retain = retain;
    }

    @Override
    public String name() {
        return "s3://" + bucket.name();
    }

    /** The hash is in the name: after a restore, another checkpoint of the same number does not hide the first. */
    @Override
    public void put(Checkpoint checkpoint) throws IOException {
        String hash = Hashes.of(checkpoint.signed()).substring(0, 12);
        String key = PREFIX + "%012d-%s.json".formatted(checkpoint.number(), hash);
        bucket.put(key, checkpoint.line() + "\n", checkpoint.at().plus(retain));
    }

    @Override
    public List<Checkpoint> all() throws IOException {
        List<String> keys = bucket.keys(PREFIX);
        for (String key : keys) {
            if (!read.containsKey(key)) {
                read.put(key, bucket.get(key));
            }
        }
        return RecordFile.checkpoints(keys.stream().map(read::get).flatMap(String::lines));
    }

    @Override
    public void close() {
        bucket.close();
    }
}
