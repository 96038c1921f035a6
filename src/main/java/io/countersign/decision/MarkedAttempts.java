package io.countersign.decision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Marks a request while a decision may be on its way, for the page that says that the database is gone. */
@Component
class MarkedAttempts {

    private static final String SENDING = "countersign.sending";

    private final Countersigning countersigning;
    private final DecisionService deciding;

    MarkedAttempts(Countersigning countersigning, DecisionService deciding) {
        this.countersigning = countersigning;
        this.deciding = deciding;
    }

    /** What a person chose in the form. */
    DecisionResult choose(DecideCommand wish, HttpServletRequest request) {
        return marked(wish, request, countersigning::decide);
    }

    /** A proposal that is confirmed, or a decision past everybody else. */
    DecisionResult confirm(DecideCommand wish, HttpServletRequest request) {
        return marked(wish, request, deciding::decide);
    }

    /** An exception of these kinds says that nothing was sent. */
    private static DecisionResult marked(
            DecideCommand wish, HttpServletRequest request, Function<DecideCommand, DecisionResult> attempt) {
        request.setAttribute(SENDING, true);
        try {
            return attempt.apply(wish);
        } catch (DataAccessException | TransactionException notStored) {
            request.removeAttribute(SENDING);
            throw notStored;
        }
    }
}
