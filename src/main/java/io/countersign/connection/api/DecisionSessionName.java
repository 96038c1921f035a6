package io.countersign.connection.api;

import java.text.Normalizer;

/**
 * The user and the decision behind a call to AWS. It is sent as session name and source identity, so that CloudTrail in
 * the member account names both.
 */
public record DecisionSessionName(String person, long decision) {

    private static final int LIMIT = 64;

    /**
     * {@code person@decision-1482}, limited to the 2 to 64 ASCII characters {@code [\w+=,.@-]} that AWS allows. Accents
     * are dropped, other characters become hyphens, and a long name is truncated; the decision number is never
     * truncated.
     */
    public String sessionName() {
        String suffix = "@decision-" + decision;
        String name = Normalizer.normalize(person, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\w+=,.@-]", "-");
        return name.substring(0, Math.min(name.length(), LIMIT - suffix.length())) + suffix;
    }
}
