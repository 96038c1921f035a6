package io.countersign.connection.web;

import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsRegions;
import io.countersign.connection.registry.ExternalIdGenerator;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.validation.ConnectionValidator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * A connection as an admin typed it.
 *
 * @param accountId null where the address of the page tells it
 * @param version of the stored connection that the person saw; null for a new one
 */
public record ConnectionForm(
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String roleArn,
        @Nullable String deciderRoleArn,
        @Nullable String externalId,
        @Nullable List<String> regions,
        @Nullable String version) {

    static ConnectionForm empty() {
        return new ConnectionForm(null, null, null, null, ExternalIdGenerator.random(), List.of(), null);
    }

    static ConnectionForm of(StoredConnection stored) {
        Connection connection = stored.connection();
        return new ConnectionForm(
                connection.account().value(),
                connection.name(),
                connection.roleArn(),
                connection.deciderRoleArn(),
                connection.externalId(),
                connection.regions().stream().map(Region::value).toList(),
                Integer.toString(stored.version()));
    }

    public ConnectionForm with(String account, @Nullable String version) {
        return new ConnectionForm(account, name, roleArn, deciderRoleArn, externalId, regions, version);
    }

    /** Which version the person saw; none that exists where the form does not tell. */
    int seen() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    ConnectionForm withExternalId(String externalId) {
        return new ConnectionForm(accountId, name, roleArn, deciderRoleArn, externalId, regions, version);
    }

    /** The same rules as for the configuration; the Regions tell the partition. */
    public void check(Errors errors) {
        ConnectionValidator.problemsIn(typed())
                .forEach(problem -> errors.rejectValue(
                        problem.field(),
                        "connection.problem",
                        new Object[] {label(problem.field()), problem.says()},
                        null));
        if (text(externalId) == null) {
            errors.rejectValue("externalId", "connection.externalId.missing");
        }
    }

    /** Only for a form without errors. */
    public Connection connection() {
        return typed().toConnection();
    }

    public ConnectionProperties.Account typed() {
        return new ConnectionProperties.Account(
                Objects.requireNonNullElse(text(accountId), "").replace(" ", ""),
                Objects.requireNonNullElse(text(name), ""),
                partition(),
                text(roleArn),
                text(deciderRoleArn),
                text(externalId),
                chosen(),
                null,
                null);
    }

    List<String> chosen() {
        return regions == null ? List.of() : regions;
    }

    private String partition() {
        return chosen().stream()
                .filter(ConnectionValidator::isRegion)
                .map(AwsRegions::partitionOf)
                .findFirst()
                .orElse("aws");
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static DefaultMessageSourceResolvable label(String field) {
        return new DefaultMessageSourceResolvable("connection.field." + field);
    }

    /** Keeps the external id out of logs. */
    @Override
    public String toString() {
        return "ConnectionForm[accountId=%s, name=%s, version=%s]".formatted(accountId, name, version);
    }
}
