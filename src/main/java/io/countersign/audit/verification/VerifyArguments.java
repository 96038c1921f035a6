package io.countersign.audit.verification;

import io.countersign.audit.chain.TrustedKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link VerifyCommand}.
 *
 * @param file a downloaded audit log; null to read the configured database
 * @param keys IDs of the trusted keys, or public keys; empty to trust the configured keys
 */
record VerifyArguments(@Nullable Path file, List<Path> checkpointFiles, TrustedKeys keys) {

    static VerifyArguments parse(String... args) {
        Path file = null;
        List<Path> checkpointFiles = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--checkpoints=")) {
                checkpointFiles.add(Path.of(value));
            } else if (arg.startsWith("--key=")) {
                keys.add(value);
            } else if (!arg.startsWith("-") && file == null) {
                file = Path.of(arg);
            } else {
                throw new IllegalArgumentException("Unknown argument: " + arg);
            }
        }
        return new VerifyArguments(file, checkpointFiles, TrustedKeys.named(keys));
    }

    /** A user who names a key or checkpoints expects at least one signature. */
    boolean requireSignature() {
        return !keys.ids().isEmpty() || !checkpointFiles.isEmpty();
    }
}
