package io.countersign.policy;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.connection.KnownMembership;
import io.countersign.owner.OrganizationMembership;
import io.countersign.owner.OwnerStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges how long a replaced value still counts, and who may confirm its change. Decisions use the strictest of the current
 * and the counting values, so a change that tightens acts at once, and one that loosens acts after the delay or a
 * confirmation.
 */
public final class LooseningRule {

    /** The longest delay. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** The subject of the delay's own changes. */
    public static final String DELAY = "countersign.second-approval.loosening-delay";

    private LooseningRule() {}

    /** The judgment of a confirmation. The message key is {@code authority.confirmation.<name>}. */
    public enum Confirmation {
        ALLOWED,
        /** Allowed, but a start found the change, so it needs another confirmation. */
        FIRST_OF_TWO,
        /** Another user confirmed it before, or its delay is over. */
        OVER,
        /** The user made the change or endorsed it, or one of the two is a delegate of the other. */
        OWN_CHANGE,
        /** A service account cannot confirm. */
        MACHINE;

        public boolean allowed() {
            return this == ALLOWED || this == FIRST_OF_TWO;
        }
    }

    /** Returns the changes whose replaced values still count. */
    public static List<ValueChange> counting(Collection<ValueChange> changes, Duration configured, Instant now) {
        return List.copyOf(ends(changes, configured, now).keySet());
    }

    /** Returns when each replaced value that still counts stops counting without a confirmation, in the order of the changes. */
    public static Map<ValueChange, Instant> ends(Collection<ValueChange> changes, Duration configured, Instant now) {
        // few, while a new installation has a change for each connected account
        List<ValueChange> delays =
                changes.stream().filter(LooseningRule::replacesDelay).toList();
        Map<ValueChange, Instant> ends = new LinkedHashMap<>();
        changes.stream().filter(change -> !change.confirmed()).forEach(change -> {
            Instant end = until(change, delays, configured);
            if (now.isBefore(end)) {
                ends.put(change, end);
            }
        });
        return ends;
    }

    /**
     * Returns when the replaced value stops counting without a confirmation. A shorter delay is itself a loosening
     * change: the delay that it replaced counts for as long as it was.
     */
    public static Instant until(ValueChange change, Collection<ValueChange> changes, Duration configured) {
        return until(change.at(), changes, configured);
    }

    /** Returns when a change that is made at this time applies without a confirmation. */
    public static Instant until(Instant at, Collection<ValueChange> changes, Duration configured) {
        Stream<Instant> replaced = changes.stream()
                .filter(LooseningRule::replacesDelay)
                .map(each -> earlier(each.at(), at).plus(Duration.parse(each.before())));
        return Stream.concat(Stream.of(at.plus(configured)), replaced)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean replacesDelay(ValueChange change) {
        return change.kind() == ValueKind.SETTING
                && change.subject().equals(DELAY)
                && change.before() != null
                && !change.confirmed();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Returns whether a change may let one user decide more, or sooner; pages offer these for confirmation. */
    public static boolean loosens(ValueChange change) {
        Optional<String> before = Optional.ofNullable(change.before());
        Optional<String> after = Optional.ofNullable(change.after());
        return switch (change.kind()) {
            case OWNER ->
                strictness(OwnerStanding.parse(before)) > strictness(OwnerStanding.parse(after))
                        || OwnerStanding.parse(before).blocked()
                                && !OwnerStanding.parse(after).blocked();
            case MEMBERSHIP -> strictness(KnownMembership.parse(before)) > strictness(KnownMembership.parse(after));
            case RULE -> before.isPresent();
            case HOLD -> duration(before).compareTo(duration(after)) > 0;
            case SETTING -> change.subject().equals(DELAY) && duration(before).compareTo(duration(after)) > 0;
            case USER, USER_PASSWORD -> gives(change);
            case PERSON, PASSWORD, CONNECTION, GROUP -> false;
        };
    }

    /** Returns whether an admin gave another user roles or a password, with which the admin could sign in as this user. */
    public static boolean gives(ValueChange change) {
        return change.by() != null
                && !change.by().equals(change.subject())
                && !roles(change.before()).containsAll(roles(change.after()));
    }

    /** A password counts as one value. */
    private static Set<String> roles(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value.split(", "));
    }

    /** For rules, an owner that the directory alone calls internal is not known. */
    private static int strictness(OwnerStanding standing) {
        return standing.membership() == OrganizationMembership.EXTERNAL ? 1 : 0;
    }

    private static int strictness(Optional<KnownMembership> membership) {
        return membership
                .map(known -> known == KnownMembership.EXTERNAL ? 2 : 0)
                .orElse(1);
    }

    private static Duration duration(Optional<String> value) {
        return value.map(Duration::parse).orElse(Duration.ZERO);
    }

    /**
     * @param counting whether the replaced value still counts
     * @param responsible the user who stands behind the change so far; null if a start found it
     */
    public static Confirmation judge(boolean counting, @Nullable Actor responsible, Actor confirmer) {
        if (!counting) {
            return Confirmation.OVER;
        }
        if (confirmer.serviceAccount()) {
            return Confirmation.MACHINE;
        }
        if (responsible == null) {
            return Confirmation.FIRST_OF_TWO;
        }
        return responsible.same(confirmer) ? Confirmation.OWN_CHANGE : Confirmation.ALLOWED;
    }
}
