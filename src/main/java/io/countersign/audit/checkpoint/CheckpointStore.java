package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.Checkpoint;
import java.io.IOException;
import java.util.List;

/** Stores checkpoints outside the database, so that they survive its manipulation. The application never removes one. */
public interface CheckpointStore {

    /** The location, for display. */
    String name();

    /** Returns after the checkpoint is durable. The operation is idempotent. */
    void put(Checkpoint checkpoint) throws IOException;

    /** Whether the checkpoint is stored; reads little. */
    boolean contains(Checkpoint checkpoint) throws IOException;

    /** All stored checkpoints. */
    List<Checkpoint> all() throws IOException;
}
