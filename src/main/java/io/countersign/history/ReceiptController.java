package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.export.ReceiptFactory;
import io.countersign.identity.CanRead;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the receipt of a decision, and the program that verifies it. */
@Controller
@CanRead
class ReceiptController {

    private static final ClassPathResource VERIFIER = new ClassPathResource("Verify.java", ReceiptFactory.class);

    private final AuditLog log;
    private final ReceiptFactory receipts;
    private final AuditEntryRepository entries;
    private final HistoryAccess access;

    ReceiptController(AuditLog log, ReceiptFactory receipts, AuditEntryRepository entries, HistoryAccess access) {
        this.log = log;
        this.receipts = receipts;
        this.entries = entries;
        this.access = access;
    }

    @GetMapping("/decisions/{id}/receipt")
    void receipt(@PathVariable long id, Principal person, HttpServletResponse response) throws IOException {
        access.admit(entries.ofDecision(id), person.getName());
        String receipt = receipts.of(id).orElseThrow(() -> TimelineController.unknown(id));
        log.appendNow(AuditEntry.by(person.getName(), AuditAction.EXPORT, AuditOutcome.DONE)
                .withMessage("receipt of decision " + id));
        HistoryExport.head(response, "application/json", "countersign-receipt-" + id + ".json");
        response.getOutputStream().write(receipt.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/history/Verify.java")
    void verifier(HttpServletResponse response) throws IOException {
        HistoryExport.head(response, "text/plain", "Verify.java");
        response.getOutputStream().write(VERIFIER.getContentAsByteArray());
    }
}
