package io.countersign.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Receipts, checked with the stand-alone verifier, which shares no code with the application. */
class ReceiptTests {

    private static final long DECISION = 42;
    private static final AuditSubject DECIDED = new AuditSubject(
            "ab".repeat(16), DECISION, "LENS", "Zahlungen \"24\" \\ 支払い", null, null, null, null, "READONLY");

    @TempDir
    static Path program;

    @TempDir
    Path directory;

    private TestAuditLog record;
    private ObjectNode receipt;

    @BeforeAll
    static void compile() throws IOException {
        try (InputStream source = ReceiptFactory.class.getResourceAsStream("Verify.java")) {
            Files.copy(Objects.requireNonNull(source), program.resolve("Verify.java"));
        }
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-d",
                                program.toString(),
                                program.resolve("Verify.java").toString()))
                .isZero();
    }

    @BeforeEach
    void decide() {
        record = new TestAuditLog(directory);
        record.notes(3);
        append(AuditOutcome.SENDING);
        record.note("of another user: secret");
        append(AuditOutcome.CONFIRMED);
        record.note("later");
        receipt = receipt();
    }

    @Test
    void isAcceptedByTheDownloadedVerifier() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program.resolve("Verify.java").toString(),
                        file().toString(),
                        record.key.id())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(java.exitValue()).as(output).isZero();
        assertThat(output).contains("VERIFIED: 2 entries of decision 42", "The key is the one you named");
    }

    @Test
    void containsNoTextOfOtherEntries() {
        assertThat(receipt.toString()).contains("支払い").doesNotContain("secret");
    }

    @Test
    void signsOneCheckpointIfNoneCoversTheEntries() {
        assertThat(record.checkpointRows.all()).hasSize(1);
        assertThat(receipt()).isEqualTo(receipt);
        assertThat(record.checkpointRows.all()).hasSize(1);
    }

    @Test
    void isRefusedIfAnEntryIsChanged() throws Exception {
        ObjectNode first = (ObjectNode) chain().get(0);
        first.put("canonical", first.get("canonical").asString().replace("READONLY", "CONTRIBUTOR"));
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedIfAnEntryIsRemoved() throws Exception {
        chain().remove(0);
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedIfALinkIsChangedOrRemoved() throws Exception {
        ((ObjectNode) chain().get(1)).put("digest", "0".repeat(64));
        assertThat(verify()).isOne();
        chain().remove(1);
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedIfEntriesAreSwapped() throws Exception {
        chain().add(chain().remove(0));
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedForAnotherDecision() throws Exception {
        receipt.put("decision", 43);
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedWithADifferentStart() throws Exception {
        receipt.put("previous", "0".repeat(64));
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedIfTheCheckpointIsChanged() throws Exception {
        receipt.put("checkpoint", receipt.get("checkpoint").asString().replace("\"number\":1", "\"number\":2"));
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedWithADifferentSignatureOrKey() throws Exception {
        SigningKey other = SigningKey.of(SigningKey.newPem());
        receipt.put("signature", other.sign(receipt.get("checkpoint").asString()));
        assertThat(verify()).isOne();
        receipt.put("public_key", other.publicKey());
        assertThat(verify()).as("the checkpoint names its key").isOne();
        receipt.put("signature", "?");
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedIfTheRequiredKeyDidNotSign() throws Exception {
        assertThat(verify("0".repeat(32))).isOne();
        assertThat(verify(record.key.id())).isZero();
        assertThat(run(file().toString())).as("without a trusted key").isEqualTo(4);
    }

    @Test
    void isRefusedIfAnEntryOrMemberIsMissing() throws Exception {
        chain().removeAll();
        assertThat(verify()).isOne();
        receipt.remove("chain");
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedWithAWrongTypeOrVersion() throws Exception {
        receipt.put("decision", "42");
        assertThat(verify()).as("a text").isOne();
        receipt.put("decision", DECISION);
        receipt.put("receipt", 2);
        assertThat(verify()).as("version").isOne();
        receipt.put("receipt", "1");
        assertThat(verify()).isOne();
        receipt.put("receipt", 1);
        receipt.put("chain", "none");
        assertThat(verify()).isOne();
    }

    @Test
    void isRefusedWithAnAdditionalOrMissingMember() throws Exception {
        receipt.put("more", 1);
        assertThat(verify()).isOne();
        receipt.remove("more");
        ((ObjectNode) chain().get(0)).put("digest", "0".repeat(64));
        assertThat(verify()).as("beside canonical").isOne();
        ((ObjectNode) chain().get(0)).remove("digest");
        assertThat(verify()).isZero();
        for (String name : List.copyOf(receipt.propertyNames())) {
            JsonNode value = receipt.remove(name);
            assertThat(verify()).as(name).isOne();
            receipt.set(name, value);
        }
        assertThat(verify()).isZero();
    }

    @Test
    void isRefusedWithNonCanonicalBase64() throws Exception {
        receipt.put("signature", receipt.get("signature").asString().replace("=", ""));
        assertThat(verify()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"receipt\":",
                "{\"receipt\":1,\"receipt\":1}",
                "{\"receipt\":1,}",
                "{\"receipt\":1} {}",
                "{\"receipt\":true}",
                "{\"receipt\":1.0}",
                "{\"receipt\":\"\\x\"}",
                "[]",
                "",
                "\u0000",
            })
    void isUnreadableIfTheJsonIsInvalid(String text) throws Exception {
        assertThat(errorOutput(text)).startsWith("This is no receipt: ");
    }

    @Test
    void isUnreadableIfItIsNestedTooDeepOrNotText() throws Exception {
        assertThat(errorOutput("{\"chain\":" + "[".repeat(100_000))).contains("nested too deep");
        Files.write(directory.resolve("receipt.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(run(directory.resolve("receipt.json").toString())).isEqualTo(2);
        receipt.remove("chain");
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(verify()).isOne();
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("REFUSED: the receipt has no member chain");
    }

    private String errorOutput(String text) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            assertThat(run(Files.writeString(directory.resolve("receipt.json"), text)
                            .toString()))
                    .isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isUnreadableIfTheFileIsIncomplete() throws Exception {
        Files.writeString(file(), "{\"receipt\":");
        assertThat(run(directory.resolve("receipt.json").toString())).isEqualTo(2);
    }

    @Test
    void coversALaterEntryWithALaterCheckpoint() throws Exception {
        record.now = record.now.plus(Duration.ofDays(1));
        append(AuditOutcome.UNKNOWN);
        receipt = receipt();
        assertThat(verify()).isZero();
        assertThat(record.checkpointRows.all()).hasSize(2);
    }

    @Test
    void ignoresAForgedEntryBeforeTheFirst() throws Exception {
        record.sql("alter table audit_entry drop constraint entry_counted");
        record.sql("insert into audit_entry (seq, at, actor, action, outcome, decision_id)"
                + " select -5, at, 'intruder', action, outcome, decision_id from audit_entry where seq = 4");
        receipt = receipt();
        assertThat(receipt.toString()).doesNotContain("intruder");
        assertThat(verify()).isZero();
    }

    private void append(AuditOutcome outcome) {
        record.log.appendNow(AuditEntry.by("lead", AuditAction.ACCEPT, outcome)
                .about(DECIDED)
                .withReason("two\nlines\tand \"quotes\""));
    }

    private ObjectNode receipt() {
        record.signer().introduceKey();
        String json = new ReceiptFactory(record.entries, record.chainRows, record.signer())
                .of(DECISION)
                .orElseThrow();
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private ArrayNode chain() {
        return (ArrayNode) receipt.get("chain");
    }

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("receipt.json"), receipt.toPrettyString());
    }

    private int verify(String... key) throws Exception {
        return run(file().toString(), key.length == 0 ? record.key.id() : key[0]);
    }

    private int run(String... args) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {program.toUri().toURL()}, null)) {
            Method run = loader.loadClass("Verify").getDeclaredMethod("run", String[].class);
            run.setAccessible(true);
            return (int) run.invoke(null, (Object) args);
        }
    }
}
