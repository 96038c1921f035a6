package io.countersign.audit.export;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.ChainedEntry;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.checkpoint.CheckpointSigner;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.entry.ChainRepository;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Builds the receipt of a decision: its entries, and the chain from there to a signed checkpoint. */
@Component
public class ReceiptFactory {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AuditEntryRepository entries;
    private final ChainRepository chain;
    private final CheckpointSigner checkpointing;

    public ReceiptFactory(AuditEntryRepository entries, ChainRepository chain, CheckpointSigner checkpointing) {
        this.entries = entries;
        this.chain = chain;
        this.checkpointing = checkpointing;
    }

    /** The receipt as JSON, or empty for an unknown decision. Signs a checkpoint if none covers the decision yet. */
    public Optional<String> of(long decision) {
        // a forged entry outside the chain must not spoil the proof of the genuine entries
        long end = chain.head().seq();
        List<StoredAuditEntry> own = entries.ofDecision(decision).stream()
                .filter(entry -> entry.seq() > 0 && entry.seq() <= end)
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(json(decision, own));
    }

    private String json(long decision, List<StoredAuditEntry> own) {
        long first = own.get(0).seq();
        Checkpoint checkpoint = checkpointing.covering(own.get(own.size() - 1).seq());
        Set<Long> numbers = own.stream().map(StoredAuditEntry::seq).collect(Collectors.toSet());
        List<Map<String, String>> links = new ArrayList<>();
        String previous = null;
        for (Iterator<ChainedEntry> all = chain.entries(first, checkpoint.entrySeq()); all.hasNext(); ) {
            ChainedEntry link = all.next();
            previous = previous == null ? link.previous() : previous;
            links.add(
                    numbers.contains(link.seq())
                            ? Map.of("canonical", link.canonical())
                            : Map.of("digest", Hashes.of(link.canonical())));
        }
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("receipt", VERSION);
        receipt.put("decision", decision);
        receipt.put("checkpoint", checkpoint.signed());
        receipt.put("signature", checkpoint.signature());
        receipt.put("public_key", checkpoint.publicKey());
        receipt.put("previous", Objects.requireNonNullElse(previous, Hashes.NONE));
        receipt.put("chain", links);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(receipt) + "\n";
    }
}
