package io.countersign.sync;

import io.countersign.connection.Failure;
import io.countersign.connection.ListOutcome;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ShareInvitations;
import io.countersign.connection.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists everything in one source, type by type. */
@Component
class SourceReader {

    private final ShareInvitations shareInvitations;

    SourceReader(ShareInvitations shareInvitations) {
        this.shareInvitations = shareInvitations;
    }

    /** @param failure the first failure; null where everything was read */
    record Result(List<ListedInvitation> seen, @Nullable Failure failure) {}

    Result read(Source source) {
        // by id, since an unfiltered answer may repeat what another type's answer held
        Map<String, ListedInvitation> seen = new LinkedHashMap<>();
        Failure failure = null;
        for (ResourceType type : ResourceType.KNOWN) {
            ListOutcome outcome = shareInvitations.list(source, type);
            outcome.seen().forEach(listed -> seen.put(listed.id().value(), listed));
            if (failure == null && outcome instanceof ListOutcome.Incomplete incomplete) {
                failure = incomplete.failure();
            }
        }
        return new Result(new ArrayList<>(seen.values()), failure);
    }
}
