package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.team.Delegation;
import io.countersign.team.DelegationRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores delegations. */
@Repository
public class DelegationRepository {

    /** The most delegations that a page shows. */
    static final int MOST = 200;

    private static final String ORDER = " order by until_day desc, id desc limit " + MOST;

    private final JdbcClient jdbc;

    DelegationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Delegation add(DelegationRequest request, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into delegation (person, delegate, from_day, until_day, reason, created_at)
                values (:person, :delegate, :from, :until, :reason, :at)""")
                .param("person", request.person())
                .param("delegate", request.delegate())
                .param("from", request.from())
                .param("until", request.until())
                .param("reason", request.reason())
                .param("at", time(at))
                .update(key, "id");
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    public Optional<Delegation> find(long id) {
        return jdbc.sql("select * from delegation where id = :id")
                .param("id", id)
                .query(DelegationRepository::delegation)
                .optional();
    }

    /** Returns a pending or accepted delegation between the same two users that overlaps, if there is one. */
    public Optional<Delegation> overlapping(DelegationRequest request) {
        return jdbc.sql("""
                select * from delegation where person = :person and delegate = :delegate and ended_at is null
                and from_day <= :until and until_day >= :from order by from_day limit 1""")
                .param("person", request.person())
                .param("delegate", request.delegate())
                .param("from", request.from())
                .param("until", request.until())
                .query(DelegationRepository::delegation)
                .optional();
    }

    /** Returns the users whose delegation was accepted for a day, by delegate, sorted by name. */
    public Map<String, List<String>> represented(LocalDate day) {
        Map<String, List<String>> represented = new HashMap<>();
        jdbc.sql("""
                        select distinct delegate, person from delegation where ended_at is null
                        and accepted_at is not null and from_day <= :day and until_day >= :day order by person""").param("day", day).query(row -> {
            represented
                    .computeIfAbsent(row.getString(1), delegate -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return represented;
    }

    /** Returns the newest delegations from or to a user. */
    public List<Delegation> of(String name) {
        return jdbc.sql("select * from delegation where person = :name or delegate = :name" + ORDER)
                .param("name", name)
                .query(DelegationRepository::delegation)
                .list();
    }

    /** Returns the newest delegations of all users. */
    public List<Delegation> all() {
        return jdbc.sql("select * from delegation" + ORDER)
                .query(DelegationRepository::delegation)
                .list();
    }

    /** @return false if it was already accepted, ended or over */
    public boolean accept(long id, LocalDate day, Instant at) {
        return jdbc.sql("""
                        update delegation set accepted_at = :at where id = :id and accepted_at is null
                        and ended_at is null and until_day >= :day""")
                        .param("id", id)
                        .param("day", day)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** @return false if it was already ended */
    public boolean end(long id, String by, Instant at) {
        return jdbc.sql("update delegation set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                        .param("id", id)
                        .param("by", by)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getLong("id"),
                row.getString("person"),
                row.getString("delegate"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "accepted_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
