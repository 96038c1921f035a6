package io.countersign.audit.entry;

import io.countersign.audit.AuditLog;
import io.countersign.audit.Audited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records events in the thread and transaction of their publisher, and lets every failure through to it. */
@Component
class AuditedEventListener {

    private final AuditLog log;

    AuditedEventListener(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(Audited event) {
        event.auditEntries().forEach(log::append);
    }
}
