package io.countersign.history.chain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification saw.
 *
 * @param entries how many entries are right
 * @param verifiedSeq the last entry that is right
 * @param finding the first thing that is wrong, or null
 * @param checkpoint the newest checkpoint that agrees, or null
 * @param notes what is odd and not wrong
 */
public record Report(
        long entries,
        long verifiedSeq,
        @Nullable Finding finding,
        @Nullable Checkpoint checkpoint,
        List<String> notes) {

    /** The same with something else that is wrong, unless something is already. */
    public Report and(@Nullable Finding other) {
        return new Report(entries, verifiedSeq, finding == null ? other : finding, checkpoint, notes);
    }

    public Report noting(List<String> first) {
        return new Report(
                entries,
                verifiedSeq,
                finding,
                checkpoint,
                Stream.concat(first.stream(), notes.stream()).toList());
    }

    public boolean verified() {
        return finding == null;
    }
}
