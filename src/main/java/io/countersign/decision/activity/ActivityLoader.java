package io.countersign.decision.activity;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.connection.InvitationId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the activity of an invitation from the audit log. The caller has checked that the reader may see it. */
@Component
public class ActivityLoader {

    /** The most entries that are read for one page. */
    private static final int READ = 300;

    private final AuditEntryRepository entries;
    private final InstantSource clock;

    ActivityLoader(AuditEntryRepository entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    public Activity of(InvitationId invitation) {
        List<StoredAuditEntry> newest = new ArrayList<>(entries.newestAbout(invitation.value(), READ + 1));
        boolean complete = newest.size() <= READ;
        Collections.reverse(newest);
        return ActivityRule.activity(newest, complete, clock.instant());
    }

    /** @param all all entries about an invitation, oldest first */
    public FullActivity of(List<StoredAuditEntry> all) {
        return ActivityRule.full(all, clock.instant());
    }
}
