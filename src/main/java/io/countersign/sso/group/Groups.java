package io.countersign.sso.group;

import io.countersign.sso.provider.Problem;
import io.countersign.sso.provider.ProviderException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the groups of a user from the claims of a provider. */
public final class Groups {

    static final int MOST = 5_000;
    public static final int LONGEST = 256;

    private Groups() {}

    /**
     * Returns the groups without repetitions, in the order of the claim.
     *
     * @param name the name of a claim, or a path to a value inside one, such as {@code realm_access.roles}
     * @throws ProviderException if the claim is missing or not usable
     */
    public static List<String> read(Map<String, Object> claims, String name) {
        Object value = claims.containsKey(name) ? claims.get(name) : inside(claims, name);
        if (value == null) {
            throw missing(claims, name);
        }
        return checked(value instanceof List<?> list ? list : List.of(value), name);
    }

    private static @Nullable Object inside(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    /** Entra ID names the claims that it left out. */
    private static ProviderException missing(Map<String, Object> claims, String name) {
        boolean leftOut = claims.get("_claim_names") instanceof Map<?, ?> names && names.containsKey(name);
        return leftOut
                ? new ProviderException(Problem.OVERAGE, "the claim " + name + " has too many groups for a token")
                : new ProviderException(Problem.NO_CLAIM, "the claim " + name + " is missing");
    }

    private static List<String> checked(List<?> values, String name) {
        if (values.size() > MOST) {
            throw new ProviderException(
                    Problem.TOO_MANY, "the claim " + name + " has " + values.size() + " groups, more than " + MOST);
        }
        LinkedHashSet<String> groups = new LinkedHashSet<>();
        for (Object value : values) {
            if (!(value instanceof String group)) {
                throw new ProviderException(Problem.MALFORMED_CLAIM, "the claim " + name + " is not a list of texts");
            }
            if (group.length() > LONGEST) {
                throw new ProviderException(
                        Problem.TOO_MANY, "the claim " + name + " has a group of more than " + LONGEST + " characters");
            }
            groups.add(group);
        }
        return List.copyOf(groups);
    }
}
