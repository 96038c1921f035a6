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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A downloaded record, and what can be done to it on the way. Lines 0 to 11 are entries 1 to 12, then come two checkpoints. */
class VerifyCommandTests {

    @TempDir
    Path directory;

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
        record.exporter().write(record.checkpointing().covering(12), text);
        record.placing().publishWaiting();
        file = Files.writeString(directory.resolve("record.jsonl"), text.toString());
        lines = new ArrayList<>(Files.readAllLines(file));
        assertThat(lines).hasSize(14);
    }

    @Test
    void acceptsWhatWasDownloaded() throws IOException {
        assertThat(verify()).isZero();
        assertThat(said())
                .contains("VERIFIED: 12 entries, to entry 12", "latest matching checkpoint: 2", record.key.id());
    }

    @Test
    void changed() throws IOException {
        lines.set(4, lines.get(4).replace("reason note 4", "reason note X"));
        refused("CHANGED at entry 5");
    }

    @Test
    void changedWithAHashThatFits() throws IOException {
        rehash(4, "note 4", "note X");
        refused("CHANGED at entry 5");
    }

    @Test
    void removed() throws IOException {
        lines.remove(4);
        refused("REMOVED at entry 5");
    }

    @Test
    void inserted() throws IOException {
        lines.add(4, lines.get(3));
        rehash(4, "\\\"seq\\\":4", "\\\"seq\\\":5");
        refused("INSERTED at entry 5");
    }

    @Test
    void repeated() throws IOException {
        lines.add(4, lines.get(3));
        refused("INSERTED at entry 4");
    }

    @Test
    void reordered() throws IOException {
        Collections.swap(lines, 4, 5);
        refused("REORDERED at entry 6");
    }

    @Test
    void cutOffAtTheEnd() throws IOException {
        lines.remove(11);
        refused("CUT_OFF at entry 12");
    }

    @Test
    void cutOffWithItsCheckpointsIsSeenByThoseInTheirPlace() throws IOException {
        lines.subList(8, 14).clear();
        assertThat(verify()).as("nothing in the file tells of more").isZero();
        assertThat(verify("--checkpoints=" + directory.resolve(CheckpointFile.NAME)))
                .isOne();
        assertThat(said()).contains("CUT_OFF at entry 9");
    }

    @Test
    void rewrittenWhole() throws IOException {
        rewrite();
        refused("REWRITTEN at entry 1");
    }

    @Test
    void rewrittenWithAnotherKeyIsSeenByTheIdOfTheKeyOrByThePlace() throws IOException {
        TestAuditLog forged = new TestAuditLog(directory.resolve("forged"));
        forged.notes(8);
        forged.checkpoint();
        StringWriter text = new StringWriter();
        forged.exporter().write(forged.checkpointing().covering(9), text);
        lines = text.toString().lines().toList();
        assertThat(verify()).as("any key counts").isZero();
        assertThat(verify("--key=" + forged.key.id())).isZero();
        assertThat(verify("--key=" + record.key.id())).isOne();
        assertThat(said()).contains("CHECKPOINT", "which is not trusted");
        assertThat(verify("--checkpoints=" + directory.resolve(CheckpointFile.NAME)))
                .isOne();
    }

    @Test
    void aForgedSignature() throws IOException {
        String other = SigningKey.of(SigningKey.newPem()).sign("something");
        JsonNode line = JsonMapper.shared().readTree(lines.get(12));
        lines.set(12, lines.get(12).replace(line.get("signature").asString(), other));
        refused("CHECKPOINT at entry 9");
    }

    @Test
    void twoKeysOneAfterTheOther() throws IOException {
        TestAuditLog rotated = record.with(SigningKey.of(SigningKey.newPem()));
        rotated.now = rotated.now.plus(Duration.ofHours(1));
        rotated.checkpoint();
        StringWriter text = new StringWriter();
        rotated.exporter().write(rotated.checkpointing().covering(13), text);
        lines = text.toString().lines().toList();
        assertThat(verify("--key=" + record.key.id(), "--key=" + rotated.key.id()))
                .isZero();
    }

    @Test
    void saysWhichLineCannotBeRead() throws IOException {
        lines.set(4, "{\"canonical\":");
        assertThat(verify()).isEqualTo(3);
        assertThat(said()).contains("line 5 is not an audit log line");
    }

    @Test
    void aKeyOrAPlaceDemandsACheckpoint() throws IOException {
        Path place = directory.resolve(CheckpointFile.NAME);
        lines.subList(12, 14).clear();
        assertThat(verify()).isZero();
        assertThat(verify("--key=" + record.key.id())).isOne();
        assertThat(said()).contains("CHECKPOINT", "no checkpoint covers any of these entries");
        assertThat(verify("--key=" + record.key.id(), "--checkpoints=" + place)).isZero();
        for (String nothing : List.of("", "nothing\n", lines.get(0))) {
            Files.writeString(place, nothing);
            assertThat(verify("--checkpoints=" + place)).as(nothing).isEqualTo(3);
        }
        assertThat(said()).contains("no checkpoints in " + place);
    }

    @Test
    void aTornCheckpointIsHarmlessWhereItStandsAgainAsAWhole() throws IOException {
        Path place = directory.resolve(CheckpointFile.NAME);
        List<String> placed = new ArrayList<>(Files.readAllLines(place));
        lines.subList(12, 14).clear();
        placed.add(1, placed.get(1).substring(0, 100));
        Files.write(place, placed);
        assertThat(verify("--checkpoints=" + place)).isZero();
        placed.remove(2);
        Files.write(place, placed);
        assertThat(verify("--checkpoints=" + place)).isOne();
        assertThat(said()).contains("checkpoint 2 does not match its signature");
    }

    @Test
    void whatIsNoTextIsNoTampering() throws IOException {
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10, 7});
        assertThat(run(binary.toString())).isEqualTo(3);
        assertThat(verify("--checkpoints=" + binary)).isEqualTo(3);
        assertThat(said()).contains("it is not UTF-8 text").doesNotContain("Exception", "Input length");
        assertThat(run(directory.toString())).isEqualTo(3);
        assertThat(verify("--checkpoints=" + directory)).isEqualTo(3);
        assertThat(said()).contains(directory + " is a directory");
        assertThat(run(Files.writeString(directory.resolve("empty"), "").toString()))
                .isEqualTo(3);
    }

    @Test
    void aBlankLineAndAByteOrderMarkAreNoMatter() throws IOException {
        lines.set(0, "\uFEFF" + lines.get(0));
        lines.add("");
        assertThat(verify("--key=" + record.key.id())).isZero();
        assertThat(said()).contains("VERIFIED: 12 entries");
    }

    @Test
    void aLineIsExactlyWhatTheFormatSays() throws IOException {
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
        assertThat(said()).contains("line 5 is not an audit log entry").doesNotContain("StackOverflow");
        lines.set(4, line);
        lines.set(12, lines.get(12).replaceFirst("\\{", "{\"more\":1,"));
        refused("CHECKPOINT");
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run("--never")).isEqualTo(2);
        assertThat(run("no-such-file.jsonl")).isEqualTo(2);
        assertThat(said()).contains("Unknown argument: --never", "File not found: no-such-file.jsonl", "usage: verify");
    }

    private void refused(String finding) throws IOException {
        assertThat(verify()).isOne();
        assertThat(said()).contains("NOT VERIFIED: " + finding);
    }

    private int verify(String... options) throws IOException {
        Files.write(file, lines);
        List<String> args = new ArrayList<>(List.of(options));
        args.add(file.toString());
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new VerifyCommand(stream, stream).verify(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Changes a line and gives it the hash that the format demands. */
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
