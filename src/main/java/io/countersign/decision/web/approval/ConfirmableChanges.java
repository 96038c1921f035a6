package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ChangeConfirmation;
import io.countersign.site.HeaderCounters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts the changes of who may decide that wait for the user. */
@Component
class ConfirmableChanges implements HeaderCounters {

    private final ChangeConfirmation confirmation;

    ConfirmableChanges(ChangeConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public List<Counter> of(HttpServletRequest request) {
        int number = confirmation
                .confirmable(Objects.requireNonNull(request.getRemoteUser()))
                .size();
        return number == 0 ? List.of() : List.of(new Counter("changes", number, "/rules"));
    }
}
