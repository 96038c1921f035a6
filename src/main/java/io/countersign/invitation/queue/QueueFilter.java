package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.VisibilityScope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter and the sort order of the queue. Only the URL stores them, so that users can share and bookmark it.
 *
 * @param state the tab
 * @param each whether each invitation has its own row, even if several share the same resource
 * @param scope the visibility scope of the user; no URL contains it
 * @param match what the assignment criteria select for the user; no URL contains it
 * @param badges what the badges of the criteria select now; no URL contains it
 */
public record QueueFilter(
        QueueState state,
        InvitationCriteria criteria,
        AssignmentCriteria assignment,
        String sort,
        boolean each,
        VisibilityScope scope,
        AssignmentMatch match,
        BadgeMatch badges) {

    static final String EACH = "each";

    /** @throws org.springframework.web.server.ResponseStatusException 400 with the name of the invalid parameter */
    public static QueueFilter of(Map<String, String> typed) {
        QueueParameters parameters = new QueueParameters(typed);
        QueueState typedState = parameters.value("state", QueueState::parse);
        QueueState state = typedState == null ? QueueState.PENDING : typedState;
        String sort = parameters.value("sort", QueueFilter::knownSort);
        return new QueueFilter(
                state,
                InvitationCriteria.of(parameters),
                AssignmentCriteria.of(parameters),
                sort == null ? state.defaultSort() : sort,
                parameters.value("rows", QueueFilter::knownRows) != null,
                VisibilityScope.NOTHING,
                AssignmentMatch.ALL,
                BadgeMatch.NONE);
    }

    public static QueueFilter none() {
        return all(VisibilityScope.NOTHING);
    }

    /** Returns the filter for all invitations of a scope. */
    public static QueueFilter all(VisibilityScope scope) {
        return new QueueFilter(
                QueueState.PENDING,
                InvitationCriteria.ALL,
                AssignmentCriteria.ALL,
                QueueState.PENDING.defaultSort(),
                false,
                scope,
                AssignmentMatch.ALL,
                BadgeMatch.NONE);
    }

    /** Returns the same filter for a user with the given scope and assignments. */
    public QueueFilter in(VisibilityScope visibilityScope, AssignmentMatch assignmentMatch) {
        return new QueueFilter(state, criteria, assignment, sort, each, visibilityScope, assignmentMatch, badges);
    }

    /** Returns the same filter with what its badges select now. */
    public QueueFilter with(BadgeMatch badgeMatch) {
        return new QueueFilter(state, criteria, assignment, sort, each, scope, match, badgeMatch);
    }

    public boolean restricts() {
        return !criteria.equals(InvitationCriteria.ALL) || !assignment.equals(AssignmentCriteria.ALL);
    }

    /** Returns the number of criteria. */
    public int restrictions() {
        return QueueLink.criteria(this);
    }

    /** Returns whether both filters have the same criteria and order, regardless of the user. */
    public boolean sameAs(QueueFilter other) {
        return withoutUser().equals(other.withoutUser());
    }

    private QueueFilter withoutUser() {
        return in(VisibilityScope.NOTHING, AssignmentMatch.ALL).with(BadgeMatch.NONE);
    }

    public @Nullable String type() {
        return criteria.type();
    }

    /** Returns this filter without its text, limited to invitations that are known to contain it. */
    QueueFilter only(Set<InvitationId> found) {
        AssignmentMatch narrowed = new AssignmentMatch(match.sources(), found, match.except(), match.assignees());
        return new QueueFilter(state, criteria.withoutText(), assignment, sort, each, scope, narrowed, badges);
    }

    /** Returns the same filter for another tab, in the same order if the user chose it and the tab has it. */
    public QueueFilter withState(QueueState other) {
        boolean kept = !sort.equals(state.defaultSort()) && by().in(other);
        return new QueueFilter(
                other, criteria, assignment, kept ? sort : other.defaultSort(), each, scope, match, badges);
    }

    public QueueFilter withSort(String other) {
        return new QueueFilter(state, criteria, assignment, other, each, scope, match, badges);
    }

    /** Returns the same filter for the invitations that share the resource of one, with a row for each. */
    public QueueFilter sameResource(InvitationId one) {
        return new QueueFilter(state, criteria.withResourceOf(one), assignment, sort, true, scope, match, badges);
    }

    public QueueFilter withEach(boolean other) {
        return new QueueFilter(state, criteria, assignment, sort, other, scope, match, badges);
    }

    /** Returns whether invitations to the same resource form one row. */
    public boolean grouped() {
        return !each && state == QueueState.PENDING;
    }

    public QueueSort by() {
        return QueueSort.of(sort.replaceFirst("^-", "")).orElseThrow();
    }

    public boolean descending() {
        return sort.startsWith("-");
    }

    /** Returns the path with the parameters of this filter, without those that restrict nothing. */
    public String link(String path) {
        return link(path, 1);
    }

    public String link(String path, int page) {
        return QueueLink.to(path, this, page);
    }

    private static String knownSort(String value) {
        if (QueueSort.of(value.replaceFirst("^-", "")).isEmpty()) {
            throw new IllegalArgumentException(
                    "must be priority, expiresBy, firstSeen, name, owner, recipient, permission, assignee, decided or lastSeen, with a prefix - for descending");
        }
        return value;
    }

    private static String knownRows(String value) {
        if (!value.equals(EACH)) {
            throw new IllegalArgumentException("must be each, or left out");
        }
        return value;
    }
}
