package io.countersign.batch.draft;

import io.countersign.batch.BatchItem;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.BulkSelection;
import io.countersign.invitation.queue.QueueFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the items of a draft from a selection, a filter or pasted ids, and marks the ids that cannot be decided. */
@Component
public class DraftFactory {

    private static final int LONGEST_TYPED = 100;

    private final BulkSelection bulkSelection;
    private final InvitationRepository invitationRepository;

    DraftFactory(BulkSelection bulkSelection, InvitationRepository invitationRepository) {
        this.bulkSelection = bulkSelection;
        this.invitationRepository = invitationRepository;
    }

    /** @param filter includes the visibility scope; only the members of groups must match its other conditions */
    public List<BatchItem> named(DraftForm form, QueueFilter filter, int most) {
        Stream<String> grouped = form.groups().stream()
                .map(DraftFactory::id)
                .filter(Objects::nonNull)
                .flatMap(one -> bulkSelection.sameResource(one, filter, most).stream())
                .map(InvitationId::value)
                // an invitation may be selected both alone and with its group
                .filter(id -> !form.named().contains(id));
        return items(Stream.concat(form.named().stream(), grouped).toList(), filter.scope());
    }

    public List<BatchItem> matching(QueueFilter filter, int most) {
        List<String> ids = bulkSelection.matching(filter, most).stream()
                .map(InvitationId::value)
                .toList();
        return items(ids, filter.scope());
    }

    private List<BatchItem> items(List<String> typed, VisibilityScope visibilityScope) {
        List<InvitationId> ids =
                typed.stream().map(DraftFactory::id).filter(Objects::nonNull).toList();
        Known known = new Known(invitationRepository.find(ids), bulkSelection.seen(ids, visibilityScope));
        Set<InvitationId> before = new HashSet<>();
        List<BatchItem> items = new ArrayList<>();
        for (String each : typed) {
            items.add(item(items.size() + 1, each, known, before));
        }
        return items;
    }

    /** @param seen the ids that the user may see */
    private record Known(Map<InvitationId, Invitation> invitations, Collection<InvitationId> seen) {}

    private static BatchItem item(int position, String typed, Known known, Set<InvitationId> before) {
        InvitationId id = id(typed);
        if (id == null) {
            return BatchItem.problem(position, shortened(typed), BatchItem.Problem.MALFORMED);
        }
        if (!before.add(id)) {
            return BatchItem.problem(position, id.value(), BatchItem.Problem.REPEATED);
        }
        Invitation invitation = known.invitations().get(id);
        if (invitation == null) {
            return BatchItem.problem(position, id.value(), BatchItem.Problem.UNKNOWN);
        }
        return known.seen().contains(id)
                ? BatchItem.of(position, id, InvitationFingerprint.of(invitation.listed()))
                : BatchItem.problem(position, id.value(), BatchItem.Problem.FOREIGN);
    }

    private static @Nullable InvitationId id(String typed) {
        try {
            return new InvitationId(typed.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String shortened(String typed) {
        String printable = typed.replaceAll("\\p{C}", "\uFFFD");
        return printable.length() <= LONGEST_TYPED ? printable : printable.substring(0, LONGEST_TYPED - 1) + "…";
    }
}
