package io.countersign.decision.reason;

import io.countersign.decision.ReasonTemplate;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.team.access.ReviewerAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** The texts that a user can insert into a reason: the templates of the leads, and the reason that the user gave last. */
@NamedInterface("bulk")
@Service
public class OfferedReasons {

    private final ReasonTemplates templates;
    private final ReviewRepository reviews;
    private final ReviewerAccess access;

    OfferedReasons(ReasonTemplates templates, ReviewRepository reviews, ReviewerAccess access) {
        this.templates = templates;
        this.reviews = reviews;
        this.access = access;
    }

    public List<ReasonTemplate> templates() {
        return templates.all();
    }

    /** Returns null if there is none, or if its invitation is no longer visible to the user. */
    public @Nullable String last(String person) {
        return reviews.lastReason(person, access.scope(person)).orElse(null);
    }

    /**
     * Returns the text to insert; empty if there is none, for example because the template was removed meanwhile.
     *
     * @param template the id of the chosen template; null if none was chosen
     * @param last whether the last reason of the user was chosen instead
     */
    public String chosen(@Nullable Long template, boolean last, String person) {
        if (last) {
            return reviews.lastReason(person, access.scope(person)).orElse("");
        }
        return template == null
                ? ""
                : templates.find(template).map(ReasonTemplate::text).orElse("");
    }
}
