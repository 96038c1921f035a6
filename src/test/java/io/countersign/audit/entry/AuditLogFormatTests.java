package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.ChainedEntry;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the code with the published format by generating the worked example of its document again. */
class AuditLogFormatTests {

    /** The first test vector of RFC 8032: a publicly known key. */
    private static final SigningKey KEY =
            SigningKey.of("MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g");

    private static final StoredAuditEntry FIRST = new StoredAuditEntry(
            1,
            Instant.parse("2026-11-22T14:03:22.5Z"),
            "lead",
            "ACCEPT",
            "CONFIRMED",
            new AuditSubject(
                    "2f0c41d2a7b94c1f8e6d50b3c2219a41",
                    42L,
                    "LENS",
                    "Zahlungen „24“ 支払い",
                    null,
                    "555566667777",
                    "111122223333",
                    "eu-west-1",
                    "READONLY"),
            "Agreed.\n\tSee \"C:\\notes\"",
            null,
            "1bd3dd9c-906b-4a25-822d-4ad30757625d",
            null);
    private static final StoredAuditEntry SECOND = new StoredAuditEntry(
            2,
            Instant.parse("2026-11-22T14:03:22.5Z"),
            "lead",
            "SIGN_OUT",
            "DONE",
            AuditSubject.NONE,
            null,
            null,
            null,
            null);

    private String document;
    private ChainedEntry first;
    private ChainedEntry second;

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("src/docs/audit-log-format.md"));
        first = link(FIRST, Hashes.NONE);
        second = link(SECOND, first.hash());
    }

    @Test
    void generatesTheDocumentedEntries() {
        assertThat(blocks("json").get(0)).isEqualTo(first.canonical());
        assertThat(blocks("text").get(0)).isEqualTo(Hashes.of(first.canonical()));
        assertThat(blocks("text").get(1)).isEqualTo(first.hash());
        assertThat(blocks("json").get(1)).isEqualTo(AuditLogFile.line(second));
    }

    @Test
    void generatesTheDocumentedCheckpoint() {
        Checkpoint checkpoint =
                Checkpoint.sign(KEY, null, Instant.parse("2026-11-22T15:00:00Z"), second.seq(), second.hash());
        assertThat(blocks("json").get(2)).isEqualTo(checkpoint.signed());
        assertThat(blocks("json").get(3)).isEqualTo(checkpoint.line());
        assertThat(document).contains("`" + KEY.id() + "`");
    }

    @Test
    void documentsEveryMember() {
        for (AuditColumn column : CanonicalEntryFormat.MEMBERS) {
            assertThat(document).contains("`" + column.title() + "`");
        }
    }

    @Test
    void writesUtcTimesDuringDaylightSaving() {
        StoredAuditEntry summer = new StoredAuditEntry(
                1,
                Instant.parse("2026-10-25T00:30:00Z"),
                "a",
                "OPEN",
                "DONE",
                AuditSubject.NONE,
                null,
                null,
                null,
                null);
        StoredAuditEntry hourLater = new StoredAuditEntry(
                1,
                Instant.parse("2026-10-25T01:30:00Z"),
                "a",
                "OPEN",
                "DONE",
                AuditSubject.NONE,
                null,
                null,
                null,
                null);
        assertThat(CanonicalEntryFormat.canonical(summer, 1)).contains("\"at\":\"2026-10-25T00:30:00.000Z\"");
        assertThat(CanonicalEntryFormat.canonical(hourLater, 1)).contains("\"at\":\"2026-10-25T01:30:00.000Z\"");
    }

    private static ChainedEntry link(StoredAuditEntry entry, String previous) {
        String canonical = CanonicalEntryFormat.canonical(entry, CanonicalEntryFormat.CURRENT);
        return new ChainedEntry(entry.seq(), entry.at(), 1, canonical, previous, Hashes.link(previous, canonical));
    }

    private List<String> blocks(String language) {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(document);
        return block.results().map(found -> found.group(1)).toList();
    }
}
