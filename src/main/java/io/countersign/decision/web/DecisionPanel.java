package io.countersign.decision.web;

import io.countersign.decision.persistence.ReviewRepository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that decides an invitation, or the reason why there is none.
 *
 * @param leaves whether the only possible decision is a reject that ends an access that exists
 * @param verdict message key part
 * @param blocking the decision that blocks another one; null for none
 * @param holds how long a decision can be undone before it is sent, by its action
 * @param fingerprint of the facts that the page shows
 * @param templates the reasons that leads offer; draftHref inserts one
 * @param lastReason the reason that the user gave last; null if there is none or the user may not see it
 * @param opensNext whether the user wants the next invitation to open after the decision
 */
record DecisionPanel(
        boolean mayDecide,
        boolean leaves,
        String verdict,
        @Nullable DecisionView blocking,
        Map<String, Duration> holds,
        String fingerprint,
        String postHref,
        List<ReviewRepository.Template> templates,
        String draftHref,
        @Nullable String lastReason,
        boolean opensNext) {}
