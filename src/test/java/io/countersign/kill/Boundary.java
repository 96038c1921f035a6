package io.countersign.kill;

import java.util.List;
import java.util.stream.Stream;

/** The steps of one decision, each with the moment right before it at which the application is killed. */
enum Boundary {
    // The answer is lost, and a read-back checks the effect.
    /** No answer arrived, and the read-back is about to start. */
    RECONCILING(Leaves.UNKNOWN, Effect.YES, KillMoment.afterLostAnswer(List.of(Code.RECONCILER))),
    /** The read-back finished; its result is written but not committed. */
    RECONCILED(Leaves.UNKNOWN, Effect.YES, KillMoment.afterLostAnswer(List.of(Code.RECONCILER, Code.COMMIT))),
    /** The read-back of a confirmed decision finished; its result is written but not committed. */
    READ_BACK(Leaves.CONFIRMED, Effect.YES, at(Code.READ_BACK, Code.COMMIT)),

    // The decision is held before it is sent.
    /** The decision is held, and the user has the response. */
    HELD(Leaves.HELD, Effect.YES, KillMoment.answered()),
    /** The hold is over; the new state is written but not committed. */
    RELEASE_WRITTEN(Leaves.HELD, Effect.YES, at(Code.RELEASE, Code.COMMIT)),
    /** The hold is over, and the decision is about to be sent. */
    RELEASED(Leaves.SENDING, Effect.NO, at(Code.RELEASE, Code.COMMIT, Code.COMMITTED)),
    /** The decision was sent after its hold; the answer is not read. */
    RELEASED_AND_SENT(Leaves.SENDING, Effect.YES, at(Code.RELEASE, Code.SEND, Code.REQUEST, Code.READ)),
    /** The decision was withdrawn, and the user has the response. */
    WITHDRAWN(Leaves.WITHDRAWN, Effect.NO, KillMoment.withdrawn()),

    // From the intent to the request.
    /** The intent was just committed. */
    INTENT_COMMITTED(Leaves.SENDING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.COMMIT, Code.COMMITTED)),
    /** The call to AWS begins without credentials. */
    SENDING(Leaves.SENDING, Effect.NO, post(Code.SEND)),
    /** The role is assumed; the request is not built. */
    ROLE_ASSUMED(Leaves.SENDING, Effect.NO, post(Code.SEND, Code.REQUEST)),
    /** The connection is open; no byte of the request is written. */
    CONNECTED(Leaves.SENDING, Effect.NO, post(Code.SEND, Code.REQUEST, Code.WRITE)),
    /** The request is written; the answer is not read. */
    SENT(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.REQUEST, Code.READ)),
    /** AWS received the request and loses it. */
    IN_FLIGHT_LOST(Leaves.SENDING, Effect.NO, KillMoment.inFlight("\"latencyMillis\":1000,\"reset\":\"before\"")),
    /** AWS received the request, which takes effect after the kill. */
    IN_FLIGHT_LATE(Leaves.SENDING, Effect.YES, KillMoment.inFlight("\"latencyMillis\":3000")),
    /** The request took effect; AWS has not answered. */
    IN_FLIGHT_DONE(Leaves.SENDING, Effect.YES, KillMoment.afterExecution()),

    // From the answer to the response.
    /** The answer of AWS is read; nothing is written. */
    ANSWER_READ(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME)),
    /** The decision has its final state; the invitation does not. */
    DECISION_UPDATED(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.INVITATION)),
    /** The invitation has its state; the hash chain is locked, without an entry of the outcome. */
    INVITATION_UPDATED(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.LINK)),
    /** The outcome is completely written but not committed. */
    OUTCOME_WRITTEN(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.COMMIT)),
    /** The outcome was just committed; the user has no response. */
    OUTCOME_COMMITTED(
            Leaves.CONFIRMED, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.COMMIT, Code.COMMITTED)),
    /** The user has the response. */
    ANSWERED(Leaves.CONFIRMED, Effect.YES, KillMoment.answered()),

    // From the request of the user to the intent.
    /** The request arrived; nothing was read. */
    REQUEST_RECEIVED(Leaves.NOTHING, Effect.NO, post()),
    /** The fresh listing, if required, is done; nothing of the intent is read. */
    LISTED(Leaves.NOTHING, Effect.NO, post(Code.INTENT)),
    /** The decision is allowed; nothing is written. */
    CHECKED(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.INTENT_ROW)),
    /** The intent is written; the invitation is not reserved. */
    INTENT_WRITTEN(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.RESERVATION)),
    /** The hash chain is locked, without an entry of the intent. */
    RESERVED(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.LINK)),
    /** The entry is written; the head of the chain is not updated. */
    ENTRY_WRITTEN(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.HEAD)),
    /** The intent is completely written but not committed. */
    INTENT_COMPLETE(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.COMMIT)),

    /** A random moment in the first second, to cover steps that are missing here. */
    ANY_MOMENT(Leaves.ANYTHING, Effect.UNKNOWN, KillMoment.atRandom(1000));

    /** The state of the decision that the history must contain after the restart. */
    enum Leaves {
        NOTHING,
        HELD,
        SENDING,
        UNKNOWN,
        CONFIRMED,
        WITHDRAWN,
        ANYTHING
    }

    /** The expected effect of the decision in AWS. */
    enum Effect {
        NO,
        YES,
        UNKNOWN
    }

    final Leaves leaves;
    final Effect effect;
    final KillMoment moment;

    Boundary(Leaves leaves, Effect effect, KillMoment moment) {
        this.leaves = leaves;
        this.effect = effect;
        this.moment = moment;
    }

    /** Returns whether the decision is held first. */
    boolean isHeld() {
        return compareTo(HELD) >= 0 && compareTo(WITHDRAWN) <= 0;
    }

    /** Starts at the controller, so that the thread of the user's request is followed from the beginning. */
    private static KillMoment post(Breakpoint... path) {
        return KillMoment.at(
                Stream.concat(Stream.of(Code.POST), Stream.of(path)).toList());
    }

    private static KillMoment at(Breakpoint... path) {
        return KillMoment.at(List.of(path));
    }

    /** Returns all boundaries: first every other one from the given index, then those between. */
    static List<Boundary> everyOther(int first) {
        return Stream.of(first, 1 - first)
                .flatMap(rest -> Stream.of(values()).filter(boundary -> boundary.ordinal() % 2 == rest))
                .toList();
    }

    /** The methods at the steps. */
    private static final class Code {
        static final Breakpoint POST = new Breakpoint("io.countersign.decision.web.DecideController", "decide");
        static final Breakpoint INTENT =
                new Breakpoint("io.countersign.decision.execution.DecisionIntentService", "intend");
        static final Breakpoint INTENT_ROW =
                new Breakpoint("io.countersign.decision.persistence.DecisionRepository", "intend");
        static final Breakpoint RESERVATION =
                new Breakpoint("io.countersign.invitation.OpenDecisionRepository", "open");
        static final Breakpoint ENTRY = new Breakpoint("io.countersign.audit.entry.AuditChain", "write");
        static final Breakpoint LINK = new Breakpoint("io.countersign.audit.entry.ChainRepository", "insert");
        static final Breakpoint HEAD = new Breakpoint("io.countersign.audit.entry.ChainRepository", "moveHead");
        static final Breakpoint RELEASE = new Breakpoint("io.countersign.decision.execution.HoldService", "release");
        static final Breakpoint SEND =
                new Breakpoint("io.countersign.connection.gateway.AwsShareInvitations", "update");
        static final Breakpoint REQUEST =
                new Breakpoint("io.countersign.connection.gateway.AwsShareInvitations", "send");
        static final Breakpoint WRITE = new Breakpoint("org.apache.http.protocol.HttpRequestExecutor", "doSendRequest");
        static final Breakpoint READ =
                new Breakpoint("org.apache.http.protocol.HttpRequestExecutor", "doReceiveResponse");
        static final Breakpoint OUTCOME = new Breakpoint("io.countersign.decision.execution.OutcomeRecorder", "store");
        static final Breakpoint INVITATION =
                new Breakpoint("io.countersign.invitation.OpenDecisionRepository", "decided");
        static final Breakpoint RECONCILER =
                new Breakpoint("io.countersign.decision.execution.DecisionReconciler", "settle");
        static final Breakpoint READ_BACK = new Breakpoint("io.countersign.decision.execution.ReadBack", "of");
        private static final String TRANSACTIONS = "org.springframework.jdbc.datasource.DataSourceTransactionManager";
        static final Breakpoint COMMIT = new Breakpoint(TRANSACTIONS, "doCommit");
        static final Breakpoint COMMITTED = new Breakpoint(TRANSACTIONS, "doCleanupAfterCompletion");
    }
}
