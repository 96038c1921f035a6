package io.countersign.decision.web;

import io.countersign.decision.DecideCommand;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.execution.DecisionService;
import io.countersign.identity.FormPassword;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.Errors;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Submits a form that decides, and redirects to the result. After an error, the same page shows the typed text again.
 */
@Component
public class DecisionFormHandler {

    /** Marks the request while a decision may have been sent, for the page that reports an unavailable database. */
    private static final String SENDING = "countersign.sending";

    private final DecisionService decisions;
    private final FormPassword password;
    private final NextInvitations nextInvitations;

    DecisionFormHandler(DecisionService decisions, FormPassword password, NextInvitations nextInvitations) {
        this.decisions = decisions;
        this.password = password;
        this.nextInvitations = nextInvitations;
    }

    /**
     * The page that holds a form.
     *
     * @param view draws the page, with the rejection of the decision or without one, and returns the name of the view
     */
    public record FormPage(QueueFilter filter, Function<@Nullable RejectionView, String> view) {}

    /** @param command evaluated only if the form has no errors */
    public String submit(Supplier<DecideCommand> command, Errors errors, FormPage page, ServletWebRequest web) {
        if (errors.hasErrors()) {
            response(web).setStatus(HttpStatus.BAD_REQUEST.value());
            return page.view().apply(null);
        }
        DecideCommand accepted = command.get();
        DecisionResult result = decide(accepted, web);
        String problem = null;
        if (notRecent(result)) {
            FormPassword.Check check = password.check(web.getRequest(), response(web));
            problem = check.problem();
            result = check.recent() ? decide(accepted, web) : result;
        }
        if (result instanceof DecisionResult.Refused refused) {
            return showRejection(refused, problem, page, web);
        }
        return "redirect:" + nextInvitations.after(accepted, result, page.filter(), web.getParameterMap());
    }

    private static boolean notRecent(DecisionResult result) {
        return result instanceof DecisionResult.Refused refused && refused.why() == Verdict.NOT_FRESH;
    }

    /** A database exception proves that nothing was sent. */
    private DecisionResult decide(DecideCommand command, ServletWebRequest web) {
        web.setAttribute(SENDING, true, RequestAttributes.SCOPE_REQUEST);
        try {
            return decisions.decide(command);
        } catch (DataAccessException | TransactionException notStored) {
            web.removeAttribute(SENDING, RequestAttributes.SCOPE_REQUEST);
            throw notStored;
        }
    }

    private static String showRejection(
            DecisionResult.Refused refused, @Nullable String problem, FormPage page, ServletWebRequest web) {
        HttpStatus status = problem == null ? status(refused.why()) : HttpStatus.BAD_REQUEST;
        response(web).setStatus(status.value());
        return page.view().apply(RejectionView.of(refused, problem, page.filter()));
    }

    private static HttpServletResponse response(ServletWebRequest web) {
        return Objects.requireNonNull(web.getResponse());
    }

    private static HttpStatus status(Verdict why) {
        return switch (why) {
            case NOT_A_DECIDER, NOT_YOURS, NOT_FRESH, OWN_PROPOSAL, LEAD, SECOND_PERSON, MACHINE ->
                HttpStatus.FORBIDDEN;
            case UNREAD -> HttpStatus.BAD_GATEWAY;
            default -> HttpStatus.CONFLICT;
        };
    }
}
