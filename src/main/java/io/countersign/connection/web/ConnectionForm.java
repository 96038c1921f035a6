package io.countersign.connection.web;

import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsRegions;
import io.countersign.connection.registry.ExternalIdGenerator;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.validation.ConnectionSyntax;
import io.countersign.connection.validation.ConnectionValidator;
import io.countersign.input.TypedText;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form of a connection.
 *
 * @param accountId empty if the URL contains it
 * @param version the version of the stored connection that the user saw; null for a new connection
 * @param team the ID of the team of a new connection, or {@code none}
 */
public record ConnectionForm(
        String accountId,
        String name,
        String roleArn,
        String deciderRoleArn,

        @NotEmpty(message = "{connection.externalId.missing}")
        String externalId,

        List<String> regions,
        @Nullable String version,
        @Nullable String team) {

    /** A request may lack any field. */
    public ConnectionForm {
        accountId = TypedText.clean(accountId);
        name = TypedText.clean(name);
        roleArn = TypedText.clean(roleArn);
        deciderRoleArn = TypedText.clean(deciderRoleArn);
        externalId = TypedText.clean(externalId);
        regions = RegionOption.codes(regions);
    }

    static ConnectionForm empty(@Nullable String team) {
        return new ConnectionForm("", "", "", "", ExternalIdGenerator.random(), List.of(), null, team);
    }

    static ConnectionForm of(StoredConnection stored) {
        Connection connection = stored.connection();
        return new ConnectionForm(
                connection.account().value(),
                connection.name(),
                TypedText.clean(connection.roleArn()),
                TypedText.clean(connection.deciderRoleArn()),
                TypedText.clean(connection.externalId()),
                connection.regions().stream().map(Region::value).toList(),
                Integer.toString(stored.version()),
                null);
    }

    public ConnectionForm with(String account, @Nullable String version) {
        return new ConnectionForm(account, name, roleArn, deciderRoleArn, externalId, regions, version, team);
    }

    int seenVersion() {
        return TypedText.version(version);
    }

    public ConnectionForm withRoles(String reader, String decider) {
        return new ConnectionForm(accountId, name, reader, decider, externalId, regions, version, team);
    }

    /** Returns the form with the Regions that answered a test; null keeps the selected ones. */
    public ConnectionForm only(@Nullable List<String> answered) {
        return answered == null
                ? this
                : new ConnectionForm(accountId, name, roleArn, deciderRoleArn, externalId, answered, version, team);
    }

    ConnectionForm withExternalId(String externalId) {
        return new ConnectionForm(accountId, name, roleArn, deciderRoleArn, externalId, regions, version, team);
    }

    /** Applies the rules of the configuration; the Regions determine the partition. */
    public void check(Errors errors) {
        ConnectionValidator.problemsIn(typed()).forEach(problem -> problem.reject(problem.field(), errors));
    }

    /** Requires a valid form. */
    public Connection connection() {
        return typed().toConnection();
    }

    public ConnectionProperties.Account typed() {
        return new ConnectionProperties.Account(
                accountId.replace(" ", ""),
                name,
                partition(),
                orNull(roleArn),
                orNull(deciderRoleArn),
                orNull(externalId),
                regions,
                null,
                null);
    }

    private String partition() {
        return regions.stream()
                .filter(ConnectionSyntax::isRegion)
                .map(AwsRegions::partitionOf)
                .findFirst()
                .orElse("aws");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Keeps the external ID out of logs. */
    @Override
    public String toString() {
        return "ConnectionForm[accountId=%s, name=%s, version=%s]".formatted(accountId, name, version);
    }
}
