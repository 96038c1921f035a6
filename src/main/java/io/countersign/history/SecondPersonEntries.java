package io.countersign.history;

import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.BreakGlassUsed;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalMoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written down about proposals, and about those who decide alone. */
final class SecondPersonEntries {

    /** So that no name is cut off: an entry holds 2000 characters, and a name at most 64. */
    private static final int NAMES = 25;

    private SecondPersonEntries() {}

    static NewEntry of(ProposalMoved event) {
        Proposal proposal = event.proposal();
        Proposal.Answer answer = proposal.answer();
        String old = answer == null ? "none" : "OPEN, by " + who(proposal.person(), proposal.inPlaceOf());
        String by = answer == null ? proposal.person() : Objects.requireNonNullElse(answer.person(), NewEntry.SYSTEM);
        String inPlaceOf = answer == null ? proposal.inPlaceOf() : answer.inPlaceOf();
        return NewEntry.by(by, EntryAction.PROPOSE, EntryOutcome.of(proposal.state()))
                .about(Subject.of(event.source(), event.invitation(), null))
                .because(answer == null ? proposal.reason() : answer.words())
                .saying("proposal " + proposal.id() + ": " + old + " → " + proposal.state() + ", by "
                        + who(by, inPlaceOf));
    }

    /** One that says why, and as many as it takes to name everybody. */
    static List<NewEntry> of(BreakGlassUsed event) {
        Decision decision = event.decision();
        List<String> names = event.passedOver();
        List<NewEntry> all = new ArrayList<>();
        for (int from = 0; from == 0 || from < names.size(); from += NAMES) {
            List<String> some = names.subList(from, Math.min(names.size(), from + NAMES));
            all.add(NewEntry.by(decision.person(), EntryAction.BREAK_GLASS, EntryOutcome.ALONE)
                    .about(Subject.of(decision.source(), decision.reviewed(), decision.id()))
                    .because(decision.reason())
                    .saying("bypassed: " + (some.isEmpty() ? "no approver was available" : String.join(", ", some))));
        }
        return all;
    }

    /** In front of what else is said of a decision; null where there is nothing to say. */
    static @Nullable String words(ApprovalRecord second, @Nullable String more) {
        String said = Stream.of(
                        second.proposedBy() == null ? null : "proposed by " + second.proposedBy(),
                        second.breakGlass() ? "break-glass: accepted without a second approver" : null,
                        more)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return said.isEmpty() ? null : said;
    }

    private static String who(String person, @Nullable String inPlaceOf) {
        return inPlaceOf == null ? person : person + " on behalf of " + inPlaceOf;
    }
}
