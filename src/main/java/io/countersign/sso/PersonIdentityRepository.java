package io.countersign.sso;

import io.countersign.audit.SanitizedText;
import io.countersign.identity.IdentityProviders;
import io.countersign.sso.group.Groups;
import io.countersign.sso.provider.ProviderUser;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which user of a provider is which user here. */
@Repository
class PersonIdentityRepository {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PersonIdentityRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> person(String issuer, String subject) {
        return jdbc.sql("select person from person_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /** Returns the provider of the last sign-in of a user; empty for a user with a password. */
    Optional<String> registration(String person) {
        return jdbc.sql("select registration from person_identity where person = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** Returns whether the last answer of the provider about the user is older than this; false for a user with a password. */
    boolean outdated(String person, Duration age) {
        return jdbc.sql("select exists (select 1 from person_identity where person = :person and checked_at < :oldest)")
                .param("person", person)
                .param("oldest", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Returns the users of providers, sorted. */
    List<String> people() {
        return jdbc.sql("select person from person_identity order by person")
                .query(String.class)
                .list();
    }

    /** Returns the last answer about a user, with the ID of the provider; empty for a user with a password. */
    Optional<IdentityProviders.Answer> lastAnswer(String person) {
        return jdbc.sql("select registration, checked_at, groups from person_identity where person = :person")
                .param("person", person)
                .query((row, number) -> new IdentityProviders.Answer(
                        row.getString("registration"),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                        row.getString("groups").lines().toList()))
                .optional();
    }

    /** Stores the answer of the provider. The user of an identity never changes. */
    void store(ProviderUser user, String person, List<String> groups) {
        jdbc.sql("""
                        insert into person_identity (issuer, subject, person, registration, groups, checked_at)
                        values (:issuer, :subject, :person, :registration, :groups, :now)
                        on conflict (issuer, subject) do update set registration = excluded.registration,
                            groups = excluded.groups, checked_at = excluded.checked_at""")
                .param("issuer", user.issuer())
                .param("subject", user.subject())
                .param("person", person)
                .param("registration", user.registration())
                .param(
                        "groups",
                        groups.stream()
                                .map(group -> SanitizedText.line(group, Groups.LONGEST))
                                .collect(Collectors.joining("\n")))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
