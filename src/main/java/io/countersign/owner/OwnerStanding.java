package io.countersign.owner;

import java.util.Locale;
import java.util.Optional;

/** The organization membership and trust level of an owner, which rules depend on. */
public record OwnerStanding(OrganizationMembership membership, OwnerTrust trust) {

    /** The value for an unknown account. */
    public static final OwnerStanding UNKNOWN = new OwnerStanding(OrganizationMembership.UNKNOWN, OwnerTrust.NONE);

    /** The text that is stored as an effective value, such as {@code external, blocked}. */
    public String text() {
        return (membership + ", " + trust).toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text()}; an unreadable text counts as external and blocked, which is the strictest. */
    public static OwnerStanding parse(Optional<String> text) {
        return text.map(OwnerStanding::parse).orElse(UNKNOWN);
    }

    private static OwnerStanding parse(String text) {
        try {
            String[] words = text.toUpperCase(Locale.ROOT).split(", ", 2);
            return new OwnerStanding(OrganizationMembership.valueOf(words[0]), OwnerTrust.valueOf(words[1]));
        } catch (RuntimeException unreadable) {
            return new OwnerStanding(OrganizationMembership.EXTERNAL, OwnerTrust.BLOCKED);
        }
    }

    public boolean internal() {
        return membership == OrganizationMembership.INTERNAL;
    }

    public boolean trusted() {
        return trust == OwnerTrust.TRUSTED;
    }

    public boolean blocked() {
        return trust == OwnerTrust.BLOCKED;
    }
}
