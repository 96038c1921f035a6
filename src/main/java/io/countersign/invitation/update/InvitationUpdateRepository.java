package io.countersign.invitation.update;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationColumns;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.PriorityKey;
import io.countersign.invitation.RemovalReason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores poll results in the queue. Each statement reports whether it changed a row. */
@Repository
public class InvitationUpdateRepository {

    /** Stays well below PostgreSQL's limit of parameters in one statement. */
    private static final int CHUNK = 5000;

    /** The most ids that one query names; for more ids, the query reads the whole source. */
    private static final int FEW = 20;

    // PostgreSQL needs an explicit type for a parameter that can be null.
    private static final String PERMISSION = "cast(:permission as varchar(100))";
    private static final String OWNER = "cast(:shared_by as varchar(100))";

    // The poll may not have seen a decision that was made after it began, so such a decision stays.
    private static final String SEEN_AGAIN = """
            update invitation set resource_type = :resource_type, resource_name = :resource_name,
              resource_id = :resource_id, shared_by = :shared_by, shared_with = :shared_with, permission = :permission,
              last_seen_at = :began, priority = %s,
              state_at = case when state = 'PENDING' then state_at else :began end,
              state = 'PENDING', gone_cause = null, gone_confidence = null, gone_evidence = null
            where invitation_id = :invitation_id and account_id = :account_id and region = :region
              and (state = 'PENDING' or state_at < :began) and last_seen_at <= :began""".formatted(PriorityKey.moved(PERMISSION, OWNER));

    private static final String FIRST_SEEN = """
            insert into invitation (%s, state, first_seen_at, unseen_at, last_seen_at, state_at, priority)
            values (%s, 'PENDING', :began, :previous, :began, :began, %s)
            on conflict do nothing""".formatted(
                    InvitationColumns.NAMES,
                    InvitationColumns.PARAMETERS,
                    PriorityKey.ranked("cast(:priority as bigint)", PERMISSION, OWNER));

    private static final String GONE = """
            update invitation set state = 'GONE', gone_cause = :cause, gone_confidence = :confidence,
              gone_evidence = :evidence, state_at = :began
            where invitation_id = :id and state = 'PENDING' and last_seen_at < :began and state_at < :began
              and (open_decision is null or unclear)""";

    private static final String INSERT_VERSION = """
            insert into invitation_version (%s, fingerprint, last_seen_at) values (%s, :fingerprint, :last_seen_at)
            on conflict do nothing""".formatted(InvitationColumns.NAMES, InvitationColumns.PARAMETERS);

    private final JdbcClient jdbc;

    public InvitationUpdateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Invitation> pending(Source source) {
        return jdbc.sql(
                        "select * from invitation where account_id = :account and region = :region and state = 'PENDING'")
                .param("account", source.account().value())
                .param("region", source.region().value())
                .query(InvitationRepository::row)
                .list();
    }

    /** Finds at least the invitations that the poll result contains. */
    List<Invitation> pending(PollResult pollResult) {
        Set<String> about = new HashSet<>();
        pollResult.seen().forEach(listed -> about.add(listed.id().value()));
        pollResult.missing().keySet().forEach(id -> about.add(id.value()));
        if (about.isEmpty() || about.size() > FEW) {
            return pending(pollResult.source());
        }
        return jdbc.sql("""
                select * from invitation
                where invitation_id in (:ids) and account_id = :account and region = :region and state = 'PENDING'""")
                .param("ids", about)
                .param("account", pollResult.source().account().value())
                .param("region", pollResult.source().region().value())
                .query(InvitationRepository::row)
                .list();
    }

    Optional<Invitation> find(InvitationId id) {
        return jdbc.sql("select * from invitation where invitation_id = :id")
                .param("id", id.value())
                .query(InvitationRepository::row)
                .optional();
    }

    boolean firstSeen(PollResult pollResult, ListedInvitation listed) {
        return jdbc.sql(FIRST_SEEN)
                        .params(InvitationColumns.parameters(pollResult.source(), listed))
                        .param("began", time(pollResult.began()))
                        .param("previous", time(pollResult.previous()))
                        .param("priority", PriorityKey.of(pollResult.began()))
                        .update()
                == 1;
    }

    boolean seenAgain(PollResult pollResult, ListedInvitation listed) {
        return jdbc.sql(SEEN_AGAIN)
                        .params(InvitationColumns.parameters(pollResult.source(), listed))
                        .param("began", time(pollResult.began()))
                        .update()
                == 1;
    }

    void unchanged(PollResult pollResult, List<InvitationId> ids) {
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<InvitationId> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            jdbc.sql("""
                    update invitation set last_seen_at = :began
                    where invitation_id in (:ids) and state = 'PENDING' and last_seen_at < :began""")
                    .param("began", time(pollResult.began()))
                    .param("ids", chunk.stream().map(InvitationId::value).toList())
                    .update();
        }
    }

    boolean gone(PollResult pollResult, InvitationId id, RemovalReason removalReason) {
        return jdbc.sql(GONE)
                        .param("id", id.value())
                        .param("began", time(pollResult.began()))
                        .param("cause", removalReason.cause().name())
                        .param("confidence", removalReason.confidence().name())
                        .param("evidence", removalReason.evidence())
                        .update()
                == 1;
    }

    /** Stores the listed values before they are overwritten. */
    void storeVersion(Invitation before) {
        jdbc.sql(INSERT_VERSION)
                .params(InvitationColumns.parameters(before.source(), before.listed()))
                .param("fingerprint", InvitationFingerprint.of(before.listed()).value())
                .param("last_seen_at", time(before.lastSeen()))
                .update();
    }
}
