package io.countersign.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.CanonicalJson;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.checkpoint.CheckpointFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Manipulations of a downloaded audit log. Lines 0 to 11 are entries 1 to 12, followed by two checkpoints. */
class VerifyCommandTests {

    @TempDir
    Path directory;

    private final MockEnvironment environment = new MockEnvironment();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private TestAuditLog record;
    private Path file;
    private List<String> lines;

    @BeforeEach
    void download() throws IOException {
        record = new TestAuditLog(directory);
        record.notes(8);
        record.checkpoint();
        record.notes(3);
        StringWriter text = new StringWriter();
        record.exporter().write(record.signer().covering(12), text);
        record.publisher().publishWaiting();
        file = Files.writeString(directory.resolve("log.jsonl"), text.toString());
        lines = new ArrayList<>(Files.readAllLines(file));
        assertThat(lines).hasSize(14);
        environment.setProperty(
                "countersign.audit.witness-file", directory.resolve("none").toString());
        trust(record.key.id());
    }

    @Test
    void acceptsAnUnchangedDownload() throws IOException {
        assertThat(verify()).isZero();
        assertThat(output())
                .contains("VERIFIED: 12 entries, to entry 12", "latest matching checkpoint: 2", record.key.id());
    }

    @Test
    void detectsAChangedEntry() throws IOException {
        lines.set(4, lines.get(4).replace("reason note 4", "reason note X"));
        assertFinding("CHANGED at entry 5");
    }

    @Test
    void detectsAChangedAndRehashedEntry() throws IOException {
        rehash(4, "note 4", "note X");
        assertFinding("CHANGED at entry 5");
    }

    @Test
    void detectsARemovedEntry() throws IOException {
        lines.remove(4);
        assertFinding("REMOVED at entry 5");
    }

    @Test
    void detectsAnInsertedEntry() throws IOException {
        lines.add(4, lines.get(3));
        rehash(4, "\\\"seq\\\":4", "\\\"seq\\\":5");
        assertFinding("INSERTED at entry 5");
    }

    @Test
    void detectsARepeatedEntry() throws IOException {
        lines.add(4, lines.get(3));
        assertFinding("INSERTED at entry 4");
    }

    @Test
    void detectsReorderedEntries() throws IOException {
        Collections.swap(lines, 4, 5);
        assertFinding("REORDERED at entry 6");
    }

    @Test
    void detectsRemovalOfTheLastEntry() throws IOException {
        lines.remove(11);
        assertFinding("CUT_OFF at entry 12");
    }

    @Test
    void detectsRemovalOfEntriesAndCheckpointsWithTheStoredCheckpoints() throws IOException {
        lines.subList(8, 14).clear();
        assertThat(verify()).as("the file alone shows no loss").isEqualTo(4);
        assertThat(verify("--checkpoints=" + directory.resolve(CheckpointFile.NAME)))
                .isOne();
        assertThat(output()).contains("CUT_OFF at entry 9");
    }

    @Test
    void detectsARewrittenLog() throws IOException {
        rewrite();
        assertFinding("REWRITTEN at entry 1");
    }

    @Test
    void detectsAnotherKeyWithTheKeyIdOrTheStoredCheckpoints() throws IOException {
        TestAuditLog forged = new TestAuditLog(directory.resolve("forged"));
        forged.notes(8);
        forged.checkpoint();
        StringWriter text = new StringWriter();
        forged.exporter().write(forged.signer().covering(9), text);
        lines = text.toString().lines().toList();
        trust("");
        assertThat(verify()).as("without a trusted key").isEqualTo(4);
        assertThat(output())
                .contains("CONSISTENT, BUT NOT VOUCHED FOR", "No key is trusted")
                .doesNotContain("VERIFIED");
        assertThat(verify("--key=" + forged.key.id())).isZero();
        assertThat(verify("--key=" + record.key.id())).isOne();
        assertThat(output()).contains("CHECKPOINT", "which is not trusted");
        assertThat(verify("--checkpoints=" + directory.resolve(CheckpointFile.NAME)))
                .isOne();
        trust(record.key.publicKey());
        assertThat(verify()).as("with the configured public key").isOne();
    }

    @Test
    void trustsTheKeysOfTheInstallationWithANotice() throws IOException {
        trust("");
        environment.setProperty(
                "countersign.audit.witness-file",
                record.properties.witnessFile().toString());
        assertThat(verify()).isZero();
        assertThat(output()).contains("Keys trusted on first use", record.key.id());
    }

    @Test
    void refusesATextThatIsNoKey() {
        assertThat(run("--key=mine")).isEqualTo(2);
        assertThat(output()).contains("'mine' is neither a key ID (32 hexadecimal digits) nor a public Ed25519 key");
    }

    @Test
    void detectsAForgedSignature() throws IOException {
        String other = SigningKey.of(SigningKey.newPem()).sign("something");
        JsonNode line = JsonMapper.shared().readTree(lines.get(12));
        lines.set(12, lines.get(12).replace(line.get("signature").asString(), other));
        assertFinding("CHECKPOINT at entry 9");
    }

    @Test
    void acceptsAKeyRotation() throws IOException {
        TestAuditLog rotated = record.with(SigningKey.of(SigningKey.newPem()));
        rotated.now = rotated.now.plus(Duration.ofHours(1));
        rotated.checkpoint();
        StringWriter text = new StringWriter();
        rotated.exporter().write(rotated.signer().covering(13), text);
        lines = text.toString().lines().toList();
        assertThat(verify("--key=" + record.key.id(), "--key=" + rotated.key.id()))
                .isZero();
    }

    @Test
    void namesTheUnreadableLine() throws IOException {
        lines.set(4, "{\"canonical\":");
        assertThat(verify()).isEqualTo(3);
        assertThat(output()).contains("line 5 is not an audit log line");
    }

    @Test
    void requiresACheckpointIfAKeyOrCheckpointsAreGiven() throws IOException {
        Path checkpointFile = directory.resolve(CheckpointFile.NAME);
        lines.subList(12, 14).clear();
        assertThat(verify()).isEqualTo(4);
        assertThat(verify("--key=" + record.key.id())).isOne();
        assertThat(output()).contains("CHECKPOINT", "no checkpoint covers any of these entries");
        assertThat(verify("--key=" + record.key.id(), "--checkpoints=" + checkpointFile))
                .isZero();
        for (String text : List.of("", "nothing\n", lines.get(0))) {
            Files.writeString(checkpointFile, text);
            assertThat(verify("--checkpoints=" + checkpointFile)).as(text).isEqualTo(3);
        }
        assertThat(output()).contains("no checkpoints in " + checkpointFile);
    }

    @Test
    void ignoresATornCheckpointThatIsRepeatedComplete() throws IOException {
        Path checkpointFile = directory.resolve(CheckpointFile.NAME);
        List<String> placed = new ArrayList<>(Files.readAllLines(checkpointFile));
        lines.subList(12, 14).clear();
        placed.add(1, placed.get(1).substring(0, 100));
        Files.write(checkpointFile, placed);
        assertThat(verify("--checkpoints=" + checkpointFile)).isZero();
        placed.remove(2);
        Files.write(checkpointFile, placed);
        assertThat(verify("--checkpoints=" + checkpointFile)).isOne();
        assertThat(output()).contains("checkpoint 2 does not match its signature");
    }

    @Test
    void reportsABinaryFileAsUnreadable() throws IOException {
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10, 7});
        assertThat(run(binary.toString())).isEqualTo(3);
        assertThat(verify("--checkpoints=" + binary)).isEqualTo(3);
        assertThat(output()).contains("it is not UTF-8 text").doesNotContain("Exception", "Input length");
        assertThat(run(directory.toString())).isEqualTo(3);
        assertThat(verify("--checkpoints=" + directory)).isEqualTo(3);
        assertThat(output()).contains(directory + " is a directory");
        assertThat(run(Files.writeString(directory.resolve("empty"), "").toString()))
                .isEqualTo(3);
    }

    @Test
    void ignoresBlankLinesAndAByteOrderMark() throws IOException {
        lines.set(0, "\uFEFF" + lines.get(0));
        lines.add("");
        assertThat(verify("--key=" + record.key.id())).isZero();
        assertThat(output()).contains("VERIFIED: 12 entries");
    }

    @Test
    void rejectsLinesThatViolateTheFormat() throws IOException {
        String line = lines.get(4);
        for (String other : List.of(
                line.replaceFirst("\\{", "{\"more\":1,"),
                line.replaceFirst("\\{", "{\"hash\":\"twice\","),
                line.replace("\"hash\":", "\"hush\":"),
                line + "{}",
                line.replace("\\\"seq\\\":5", "\\\"seq\\\":\\\"5\\\""),
                "[".repeat(100_000))) {
            lines.set(4, other);
            assertThat(verify()).as(other).isEqualTo(3);
        }
        assertThat(output()).contains("line 5 is not an audit log entry").doesNotContain("StackOverflow");
        lines.set(4, line);
        lines.set(12, lines.get(12).replaceFirst("\\{", "{\"more\":1,"));
        assertFinding("CHECKPOINT");
    }

    @Test
    void printsItsUsage() {
        assertThat(run("--never")).isEqualTo(2);
        assertThat(output()).contains("Unknown argument: --never", "usage: verify [LOG.jsonl]");
    }

    @Test
    void cannotReadAFileThatDoesNotExist() throws IOException {
        assertThat(run("no-such-file.jsonl")).isEqualTo(3);
        assertThat(output())
                .contains("Cannot read the audit log: no-such-file.jsonl does not exist")
                .doesNotContain("usage");
        assertThat(verify("--checkpoints=no-such-checkpoints.jsonl")).isEqualTo(3);
        assertThat(output()).contains("Cannot read the audit log: no-such-checkpoints.jsonl does not exist");
    }

    private void assertFinding(String finding) throws IOException {
        assertThat(verify()).isOne();
        assertThat(output()).contains("NOT VERIFIED: " + finding);
    }

    private int verify(String... options) throws IOException {
        Files.write(file, lines);
        List<String> args = new ArrayList<>(List.of(options));
        args.add(file.toString());
        return run(args.toArray(String[]::new));
    }

    private void trust(String keys) {
        environment.setProperty("countersign.audit.trusted-keys", keys);
    }

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new VerifyCommand(stream, stream, () -> environment, List.of()).verify(args);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Changes a line and recomputes its hash. */
    private void rehash(int index, String old, String text) {
        JsonNode line = JsonMapper.shared().readTree(lines.get(index).replace(old, text));
        String previous = index == 0 ? Hashes.NONE : hash(index - 1);
        String canonical = line.get("canonical").asString();
        lines.set(
                index,
                CanonicalJson.of(Map.of(
                        "canonical", canonical, "previous", previous, "hash", Hashes.link(previous, canonical))));
    }

    private void rewrite() {
        for (int i = 0; i < 12; i++) {
            rehash(i, "note 1", "note X");
        }
    }

    private String hash(int index) {
        return JsonMapper.shared().readTree(lines.get(index)).get("hash").asString();
    }
}
