package io.countersign.simulator.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role of an account: the principals it trusts, its conditions, and the actions of its sessions.
 *
 * @param principals 12-digit accounts, or ARNs of users and roles
 * @param externalId the external id that the caller must send; null requires none
 * @param setSourceIdentity whether the trust policy allows sts:SetSourceIdentity
 * @param sourceIdentityLike patterns of which the source identity must match one; empty requires none
 * @param maxSessionSeconds 3600 to 43200
 * @param actions patterns such as {@code wellarchitected:List*}
 */
public record SimulatedRole(
        String account,
        String name,
        List<String> principals,
        @Nullable String externalId,
        @Nullable Boolean setSourceIdentity,
        @Nullable List<String> sourceIdentityLike,
        @Nullable Integer maxSessionSeconds,
        List<String> actions) {

    private static final Pattern PRINCIPAL =
            Pattern.compile("[0-9]{12}|arn:aws[-a-z]*:iam::[0-9]{12}:(root|(user|role)/[\\w+=,.@/-]+)");

    public SimulatedRole {
        require(account != null && account.matches("[0-9]{12}"), "account must have exactly 12 digits");
        require(
                name != null && name.matches("[\\w+=,.@-]{1,64}"),
                "name must have 1 to 64 of letters, digits, +=,.@-_");
        require(
                principals != null
                        && principals.stream()
                                .allMatch(p -> p != null && PRINCIPAL.matcher(p).matches()),
                "principals must be accounts or ARNs of IAM");
        require(
                actions != null && actions.stream().noneMatch(Objects::isNull),
                "actions must be a list, which may be empty");
        setSourceIdentity = setSourceIdentity != null && setSourceIdentity;
        sourceIdentityLike = sourceIdentityLike == null ? List.of() : List.copyOf(sourceIdentityLike);
        maxSessionSeconds = maxSessionSeconds == null ? 3600 : maxSessionSeconds;
        require(maxSessionSeconds >= 3600 && maxSessionSeconds <= 43200, "maxSessionSeconds must be 3600 to 43200");
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
    }

    public String arn() {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    public int longestSession() {
        return maxSessionSeconds == null ? 3600 : maxSessionSeconds;
    }

    boolean allows(String action) {
        var wanted = action.toLowerCase(Locale.ROOT);
        return actions.stream().anyMatch(pattern -> WildcardPattern.matches(pattern.toLowerCase(Locale.ROOT), wanted));
    }

    /** Whether the trust policy lets the caller assume this role with these values. */
    public boolean trusts(CallerIdentity caller, @Nullable String sentExternalId, @Nullable String sourceIdentity) {
        return principals.stream().anyMatch(caller::isNamedBy)
                && (externalId == null || externalId.equals(sentExternalId))
                && isLiked(sourceIdentity);
    }

    public boolean allowsSetSourceIdentity() {
        return Boolean.TRUE.equals(setSourceIdentity);
    }

    private boolean isLiked(@Nullable String sourceIdentity) {
        var patterns = sourceIdentityLike == null ? List.<String>of() : sourceIdentityLike;
        return patterns.isEmpty()
                || sourceIdentity != null
                        && patterns.stream().anyMatch(pattern -> WildcardPattern.matches(pattern, sourceIdentity));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
