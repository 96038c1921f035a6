package io.countersign.audit.chain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification.
 *
 * @param entries the number of verified entries
 * @param verifiedSeq the last verified entry
 * @param finding the first fault, or null
 * @param checkpoint the newest checkpoint that agrees, or null
 * @param vouched whether a trusted key signed that checkpoint; otherwise the entries are consistent, but any writer could have
 *     invented them
 * @param notes observations that are not faults
 */
public record VerificationReport(
        long entries,
        long verifiedSeq,
        @Nullable Finding finding,
        @Nullable Checkpoint checkpoint,
        boolean vouched,
        List<String> notes) {

    /** Adds a finding, unless there is one already. */
    public VerificationReport and(@Nullable Finding other) {
        return new VerificationReport(
                entries, verifiedSeq, finding == null ? other : finding, checkpoint, vouched, notes);
    }

    public VerificationReport noting(List<String> first) {
        return new VerificationReport(
                entries,
                verifiedSeq,
                finding,
                checkpoint,
                vouched,
                Stream.concat(first.stream(), notes.stream()).toList());
    }

    public boolean verified() {
        return finding == null;
    }
}
