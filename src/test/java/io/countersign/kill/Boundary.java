package io.countersign.kill;

import java.util.List;
import java.util.stream.Stream;

/** The steps of one decision, each with the moment right before it at which the application is killed. */
enum Boundary {
    /** The request came in; nothing was looked up. */
    ASKED(Leaves.NOTHING, Effect.NO, at()),
    /** The decision was judged and may be made; nothing is written. */
    JUDGED(Leaves.NOTHING, Effect.NO, at(Code.INTENT, Code.INTENT_ROW)),
    /** The intent is written, the invitation is not reserved. */
    INTENT_WRITTEN(Leaves.NOTHING, Effect.NO, at(Code.INTENT, Code.RESERVATION)),
    /** The invitation is reserved, the history has no entry. */
    RESERVED(Leaves.NOTHING, Effect.NO, at(Code.INTENT, Code.ENTRY)),
    /** Everything of the intent is written, nothing is committed. */
    INTENT_ENTERED(Leaves.NOTHING, Effect.NO, at(Code.INTENT, Code.ENTRY, Code.COMMIT)),
    /** The intent has just been committed. */
    INTENT_COMMITTED(Leaves.INTENT, Effect.NO, at(Code.INTENT, Code.ENTRY, Code.COMMIT, Code.COMMITTED)),
    /** The door to AWS opens; there are no credentials yet. */
    SENDING(Leaves.INTENT, Effect.NO, at(Code.SEND)),
    /** The role is assumed, the request is not made. */
    CREDENTIALS_THERE(Leaves.INTENT, Effect.NO, at(Code.SEND, Code.REQUEST)),
    /** The connection is open, no byte of the request is written. */
    CONNECTED(Leaves.INTENT, Effect.NO, at(Code.SEND, Code.REQUEST, Code.WRITE)),
    /** The request is written, the answer is not read. */
    SENT(Leaves.INTENT, Effect.YES, at(Code.SEND, Code.REQUEST, Code.READ)),
    /** AWS has the request and loses it. */
    IN_FLIGHT_LOST(Leaves.INTENT, Effect.NO, Moment.inFlight("\"latencyMillis\":1000,\"reset\":\"before\"")),
    /** AWS has the request, and it takes effect after the kill. */
    IN_FLIGHT_LATE(Leaves.INTENT, Effect.YES, Moment.inFlight("\"latencyMillis\":3000")),
    /** The request took effect; AWS has not answered. */
    IN_FLIGHT_DONE(Leaves.INTENT, Effect.YES, Moment.carriedOut()),
    /** AWS's answer is read; nothing of it is written. */
    HEARD(Leaves.INTENT, Effect.YES, at(Code.SEND, Code.OUTCOME)),
    /** The decision is settled, the invitation is not. */
    SETTLED(Leaves.INTENT, Effect.YES, at(Code.SEND, Code.OUTCOME, Code.INVITATION)),
    /** The invitation has its state, the history has no entry of the outcome. */
    KEPT(Leaves.INTENT, Effect.YES, at(Code.SEND, Code.OUTCOME, Code.ENTRY)),
    /** Everything of the outcome is written, nothing is committed. */
    OUTCOME_ENTERED(Leaves.INTENT, Effect.YES, at(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.COMMIT)),
    /** The outcome has just been committed; the person was told nothing. */
    OUTCOME_COMMITTED(Leaves.OUTCOME, Effect.YES, at(Code.SEND, Code.OUTCOME, Code.ENTRY, Code.COMMIT, Code.COMMITTED)),
    /** The person has the response. */
    ANSWERED(Leaves.OUTCOME, Effect.YES, Moment.answered()),
    /** Some moment in the first second: whatever the other steps have forgotten. */
    ANY_MOMENT(Leaves.ANYTHING, Effect.UNKNOWN, Moment.within(1000));

    /** What of the decision must be in the database after the restart. */
    enum Leaves {
        NOTHING,
        /** That it was to be sent, without an answer. */
        INTENT,
        OUTCOME,
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

    /** Through the controller first, so that one thread is followed from the beginning. */
    private static Moment at(Stop... path) {
        return Moment.at(Stream.concat(Stream.of(Code.POST), Stream.of(path)).toList());
    }

    /** All of them, first every other one from the given place on, then those between. */
    static List<Boundary> everyOther(int first) {
        return Stream.of(first, 1 - first)
                .flatMap(rest -> Stream.of(values()).filter(boundary -> boundary.ordinal() % 2 == rest))
                .toList();
    }

    /** The places in the code between the steps. */
    private static final class Code {
        static final Stop POST = new Stop("io.countersign.decision.DecideController", "decide");
        static final Stop INTENT = new Stop("io.countersign.decision.Intents", "intend");
        static final Stop INTENT_ROW = new Stop("io.countersign.decision.Decisions", "intend");
        static final Stop RESERVATION = new Stop("io.countersign.invitation.Invitations", "open");
        static final Stop ENTRY = new Stop("io.countersign.history.Entries", "append");
        static final Stop SEND = new Stop("io.countersign.connection.AwsShareInvitations", "update");
        static final Stop REQUEST = new Stop("io.countersign.connection.AwsShareInvitations", "send");
        static final Stop WRITE = new Stop("org.apache.http.protocol.HttpRequestExecutor", "doSendRequest");
        static final Stop READ = new Stop("org.apache.http.protocol.HttpRequestExecutor", "doReceiveResponse");
        static final Stop OUTCOME = new Stop("io.countersign.decision.Outcomes", "store");
        static final Stop INVITATION = new Stop("io.countersign.invitation.Invitations", "decided");
        private static final String TRANSACTIONS = "org.springframework.jdbc.datasource.DataSourceTransactionManager";
        static final Stop COMMIT = new Stop(TRANSACTIONS, "doCommit");
        static final Stop COMMITTED = new Stop(TRANSACTIONS, "doCleanupAfterCompletion");
    }
}
