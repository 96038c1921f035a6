package io.countersign.kill;

import java.util.List;
import java.util.stream.Stream;

/** The steps of one decision, each with the moment right before it at which the application is killed. */
enum Boundary {
    // the answer is lost, and AWS is read to find out
    /** No answer came, and AWS is about to be read for the effect. */
    RECONCILING(Leaves.UNKNOWN, Effect.YES, Moment.unheard(List.of(Code.RECONCILER))),
    /** AWS was read, and what it showed is written but not committed. */
    RECONCILED(Leaves.UNKNOWN, Effect.YES, Moment.unheard(List.of(Code.RECONCILER, Code.COMMIT))),
    /** AWS was read for the effect of a confirmed decision, and what it showed is written but not committed. */
    READ_BACK(Leaves.CONFIRMED, Effect.YES, at(Code.READ_BACK, Code.COMMIT)),

    // a decision that is held before it is sent
    /** It is held, and the person has the response. */
    HELD(Leaves.HELD, Effect.YES, Moment.answered()),
    /** The hold is over; that it is to be sent is written, not committed. */
    RELEASE_ENTERED(Leaves.HELD, Effect.YES, at(Code.RELEASE, Code.COMMIT)),
    /** The hold is over, and it is about to be sent. */
    RELEASED(Leaves.SENDING, Effect.NO, at(Code.RELEASE, Code.COMMIT, Code.COMMITTED)),
    /** It was sent after its hold, the answer is not read. */
    RELEASED_AND_SENT(Leaves.SENDING, Effect.YES, at(Code.RELEASE, Code.SEND, Code.REQUEST, Code.READ)),
    /** It was taken back, and the person has the response. */
    WITHDRAWN(Leaves.WITHDRAWN, Effect.NO, Moment.withdrawn()),

    // from the intent to the request
    /** The intent has just been committed. */
    INTENT_COMMITTED(Leaves.SENDING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.COMMIT, Code.COMMITTED)),
    /** The door to AWS opens; there are no credentials yet. */
    SENDING(Leaves.SENDING, Effect.NO, post(Code.SEND)),
    /** The role is assumed, the request is not made. */
    CREDENTIALS_THERE(Leaves.SENDING, Effect.NO, post(Code.SEND, Code.REQUEST)),
    /** The connection is open, no byte of the request is written. */
    CONNECTED(Leaves.SENDING, Effect.NO, post(Code.SEND, Code.REQUEST, Code.WRITE)),
    /** The request is written, the answer is not read. */
    SENT(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.REQUEST, Code.READ)),
    /** AWS has the request and loses it. */
    IN_FLIGHT_LOST(Leaves.SENDING, Effect.NO, Moment.inFlight("\"latencyMillis\":1000,\"reset\":\"before\"")),
    /** AWS has the request, and it takes effect after the kill. */
    IN_FLIGHT_LATE(Leaves.SENDING, Effect.YES, Moment.inFlight("\"latencyMillis\":3000")),
    /** The request took effect; AWS has not answered. */
    IN_FLIGHT_DONE(Leaves.SENDING, Effect.YES, Moment.carriedOut()),

    // from the answer to the response
    /** AWS's answer is read; nothing of it is written. */
    HEARD(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME)),
    /** The decision is settled, the invitation is not. */
    SETTLED(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.INVITATION)),
    /** The invitation has its state; the chain of the history is held, and has no entry of the outcome. */
    KEPT(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.LINK)),
    /** Everything of the outcome is written, nothing is committed. */
    OUTCOME_ENTERED(Leaves.SENDING, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.COMMIT)),
    /** The outcome has just been committed; the person was told nothing. */
    OUTCOME_COMMITTED(
            Leaves.CONFIRMED, Effect.YES, post(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.COMMIT, Code.COMMITTED)),
    /** The person has the response. */
    ANSWERED(Leaves.CONFIRMED, Effect.YES, Moment.answered()),

    // until the intent is committed
    /** The request came in; nothing was looked up. */
    ASKED(Leaves.NOTHING, Effect.NO, post()),
    /** AWS was listed again where that is due; nothing of the intent is read. */
    LOOKED(Leaves.NOTHING, Effect.NO, post(Code.INTENT)),
    /** The decision was judged and may be made; nothing is written. */
    JUDGED(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.INTENT_ROW)),
    /** The intent is written, the invitation is not reserved. */
    INTENT_WRITTEN(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.RESERVATION)),
    /** The chain of the history is held, and has no entry of the intent. */
    RESERVED(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.LINK)),
    /** The entry is written, and the head of the chain does not say so. */
    LINKED(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.HEAD)),
    /** Everything of the intent is written, nothing is committed. */
    INTENT_ENTERED(Leaves.NOTHING, Effect.NO, post(Code.INTENT, Code.ENTRY, Code.COMMIT)),

    /** Some moment in the first second: whatever the other steps have forgotten. */
    ANY_MOMENT(Leaves.ANYTHING, Effect.UNKNOWN, Moment.within(1000));

    /** The state of the decision that must be in the history after the restart. */
    enum Leaves {
        NOTHING,
        HELD,
        SENDING,
        UNKNOWN,
        CONFIRMED,
        WITHDRAWN,
        ANYTHING
    }

    /** Whether the decision takes effect in AWS. */
    enum Effect {
        NO,
        YES,
        UNKNOWN
    }

    final Leaves leaves;
    final Effect effect;
    final Moment moment;

    Boundary(Leaves leaves, Effect effect, Moment moment) {
        this.leaves = leaves;
        this.effect = effect;
        this.moment = moment;
    }

    /** Whether the decision is one that is held first. */
    boolean isHeld() {
        return compareTo(HELD) >= 0 && compareTo(WITHDRAWN) <= 0;
    }

    /** Through the controller first, so that the thread of the person's request is followed from the beginning. */
    private static Moment post(Stop... path) {
        return Moment.at(Stream.concat(Stream.of(Code.POST), Stream.of(path)).toList());
    }

    private static Moment at(Stop... path) {
        return Moment.at(List.of(path));
    }

    /** All of them, first every other one from the given place on, then those between. */
    static List<Boundary> everyOther(int first) {
        return Stream.of(first, 1 - first)
                .flatMap(rest -> Stream.of(values()).filter(boundary -> boundary.ordinal() % 2 == rest))
                .toList();
    }

    /** The places in the code between the steps. */
    private static final class Code {
        static final Stop POST = new Stop("io.countersign.decision.web.DecideController", "decide");
        static final Stop INTENT = new Stop("io.countersign.decision.execution.DecisionIntentService", "intend");
        static final Stop INTENT_ROW = new Stop("io.countersign.decision.persistence.DecisionRepository", "intend");
        static final Stop RESERVATION = new Stop("io.countersign.invitation.InvitationRepository", "open");
        static final Stop ENTRY = new Stop("io.countersign.audit.entry.AuditChain", "write");
        static final Stop LINK = new Stop("io.countersign.audit.entry.ChainRepository", "insert");
        static final Stop HEAD = new Stop("io.countersign.audit.entry.ChainRepository", "moveHead");
        static final Stop RELEASE = new Stop("io.countersign.decision.execution.HoldService", "release");
        static final Stop SEND = new Stop("io.countersign.connection.gateway.AwsShareInvitations", "update");
        static final Stop REQUEST = new Stop("io.countersign.connection.gateway.AwsShareInvitations", "send");
        static final Stop WRITE = new Stop("org.apache.http.protocol.HttpRequestExecutor", "doSendRequest");
        static final Stop READ = new Stop("org.apache.http.protocol.HttpRequestExecutor", "doReceiveResponse");
        static final Stop OUTCOME = new Stop("io.countersign.decision.execution.OutcomeRecorder", "store");
        static final Stop INVITATION = new Stop("io.countersign.invitation.InvitationRepository", "decided");
        static final Stop RECONCILER = new Stop("io.countersign.decision.execution.DecisionReconciler", "settle");
        static final Stop READ_BACK = new Stop("io.countersign.decision.execution.ReadBack", "of");
        private static final String TRANSACTIONS = "org.springframework.jdbc.datasource.DataSourceTransactionManager";
        static final Stop COMMIT = new Stop(TRANSACTIONS, "doCommit");
        static final Stop COMMITTED = new Stop(TRANSACTIONS, "doCleanupAfterCompletion");
    }
}
