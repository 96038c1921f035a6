package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import java.io.IOException;
import java.util.List;

/** Where checkpoints go, so that they survive whatever is done to the database. The application adds and never removes. */
interface CheckpointPlace {

    /** Where it is, for people. */
    String name();

    /** Returns once the checkpoint is safe. To put one a second time does no harm. */
    void put(Checkpoint checkpoint) throws IOException;

    /** What lies there; empty for a place that cannot be read. */
    List<Checkpoint> all() throws IOException;
}
