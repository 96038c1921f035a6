package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/** A proposal was made or ended, as its state says. Published inside the transaction that stores it. */
public record ProposalChanged(Proposal proposal, Source source, ListedInvitation invitation) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(ApprovalAuditEntries.proposal(proposal, source, invitation));
    }
}
