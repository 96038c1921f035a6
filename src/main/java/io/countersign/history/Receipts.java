package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.Hashes;
import io.countersign.history.chain.Link;
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

/** What proves to a stranger that a decision stands in the record: its entries, and the chain from there to a checkpoint. */
@Component
class Receipts {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Entries entries;
    private final ChainRows chain;
    private final Checkpointing checkpointing;

    Receipts(Entries entries, ChainRows chain, Checkpointing checkpointing) {
        this.entries = entries;
        this.chain = chain;
        this.checkpointing = checkpointing;
    }

    /** As JSON, or nothing if the record knows no such decision. Where no checkpoint covers it yet, one is made. */
    Optional<String> of(long decision) {
        // an entry outside of what was counted is not of the record, and must not spoil the proof of those that are
        long end = chain.head().seq();
        List<Entry> own = entries.ofDecision(decision).stream()
                .filter(entry -> entry.seq() > 0 && entry.seq() <= end)
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(json(decision, own));
    }

    private String json(long decision, List<Entry> own) {
        long first = own.get(0).seq();
        Checkpoint checkpoint = checkpointing.covering(own.get(own.size() - 1).seq());
        Set<Long> numbers = own.stream().map(Entry::seq).collect(Collectors.toSet());
        List<Map<String, String>> links = new ArrayList<>();
        String previous = null;
        for (Iterator<Link> all = chain.links(first, checkpoint.entrySeq()); all.hasNext(); ) {
            Link link = all.next();
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
