package io.countersign.connection;

import java.text.Normalizer;

/**
 * On whose behalf a decision is sent. AWS's records show it as the session's name and source identity, so that CloudTrail in
 * the member account names the person and the decision.
 */
public record DecisionSessionName(String person, long decision) {

    private static final int LIMIT = 64;

    /**
     * {@code person@decision-1482}, in the 2 to 64 ASCII characters {@code [\w+=,.@-]} that AWS takes. Accents are dropped,
     * other characters become hyphens, and a long name loses its end: the decision's number stays whole.
     */
    public String sessionName() {
        String suffix = "@decision-" + decision;
        String name = Normalizer.normalize(person, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\w+=,.@-]", "-");
        return name.substring(0, Math.min(name.length(), LIMIT - suffix.length())) + suffix;
    }
}
