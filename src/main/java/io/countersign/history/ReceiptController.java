package io.countersign.history;

import io.countersign.identity.Readers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt of a decision, and the program that checks it. */
@Controller
@Readers
class ReceiptController {

    private static final ClassPathResource VERIFIER = new ClassPathResource("Verify.java", ReceiptController.class);

    private final Receipts receipts;
    private final Entries entries;
    private final Reach reach;

    ReceiptController(Receipts receipts, Entries entries, Reach reach) {
        this.receipts = receipts;
        this.entries = entries;
        this.reach = reach;
    }

    @GetMapping("/decisions/{id}/receipt")
    void receipt(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        long decision = TimelineController.number(id);
        reach.admit(entries.ofDecision(decision), person.getName());
        String receipt = receipts.of(decision).orElseThrow(() -> TimelineController.unknown(id));
        entries.appendNow(NewEntry.by(person.getName(), EntryAction.EXPORT, EntryOutcome.DONE)
                .saying("receipt of decision " + decision));
        HistoryExport.head(response, "application/json", "countersign-receipt-" + decision + ".json");
        response.getOutputStream().write(receipt.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/history/Verify.java")
    void verifier(HttpServletResponse response) throws IOException {
        HistoryExport.head(response, "text/plain", "Verify.java");
        response.getOutputStream().write(VERIFIER.getContentAsByteArray());
    }
}
