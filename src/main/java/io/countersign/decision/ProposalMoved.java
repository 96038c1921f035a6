package io.countersign.decision;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** Somebody proposed, or a proposal ended, as its state says. Published inside the transaction that stores it. */
public record ProposalMoved(Proposal proposal, Source source, ListedInvitation invitation) {}
