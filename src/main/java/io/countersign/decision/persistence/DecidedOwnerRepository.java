package io.countersign.decision.persistence;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import io.countersign.owner.DecidedOwners;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which owners have decided invitations, and counts them. */
@Repository
public class DecidedOwnerRepository implements DecidedOwners {

    /** The number of accepted and rejected invitations of an owner, as confirmed by AWS. */
    public record Counts(long accepted, long rejected) {

        public boolean none() {
            return accepted + rejected == 0;
        }
    }

    private final JdbcClient jdbc;

    public DecidedOwnerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the decided invitations of an owner within a visibility scope. */
    public Counts of(String owner, VisibilityScope visibilityScope) {
        return jdbc.sql("""
                select count(*) filter (where action = 'ACCEPT') as accepted,
                  count(*) filter (where action = 'REJECT') as rejected
                from decision where shared_by = :owner and state = 'CONFIRMED' and %s""".formatted(VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("owner", owner)
                .query((row, number) -> new Counts(row.getLong("accepted"), row.getLong("rejected")))
                .single();
    }

    /** Looks up each owner in the index, because counting all decisions about a busy owner would be slow. */
    @Override
    public Set<String> decided(Collection<String> owners) {
        if (owners.isEmpty()) {
            return Set.of();
        }
        List<String> asked = List.copyOf(owners);
        Map<String, String> parameters = new HashMap<>();
        String rows = IntStream.range(0, asked.size())
                .mapToObj(i -> {
                    parameters.put("owner" + i, asked.get(i));
                    return "(cast(:owner" + i + " as varchar(100)))";
                })
                .collect(Collectors.joining(", "));
        return Set.copyOf(jdbc.sql("""
                        select asked.owner from (values %s) as asked (owner) where exists
                          (select 1 from decision d where d.shared_by = asked.owner and d.state = 'CONFIRMED')""".formatted(rows))
                .params(parameters)
                .query(String.class)
                .list());
    }
}
