package io.countersign.connection.organization;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** Reads the organization with the AWS SDK. */
@Component
class AwsOrganizationReader implements OrganizationReader {

    /** AWS Organizations has one endpoint per partition. */
    private static final Map<String, Region> HOMES = Map.of(
            "aws", new Region("us-east-1"),
            "aws-cn", new Region("cn-northwest-1"),
            "aws-us-gov", new Region("us-gov-west-1"));

    private final Connections connections;
    private final AwsClients clients;
    private final AssumedRoleCredentials roles;
    private final BaseCredentials own;

    AwsOrganizationReader(
            Connections connections, AwsClients clients, AssumedRoleCredentials roles, BaseCredentials own) {
        this.connections = connections;
        this.clients = clients;
        this.roles = roles;
        this.own = own;
    }

    @Override
    public OrganizationOutcome list(Optional<AccountId> via) {
        if (via.isEmpty()) {
            // the process runs in the partition of the accounts that it reads
            String partition = connections.all().stream()
                    .findFirst()
                    .map(Connection::partition)
                    .orElse("aws");
            return read(partition, own.ofProcess());
        }
        return connections
                .find(via.get())
                .map(connection -> read(connection.partition(), roles.reading(connection)))
                .orElseGet(() -> new OrganizationOutcome.NotListed(
                        new AwsFailure(Kind.NOT_CONNECTED, via.get() + " is not connected", null, null)));
    }

    private OrganizationOutcome read(String partition, AwsCredentialsProvider credentials) {
        OrganizationsClient client = clients.organizations(HOMES.getOrDefault(partition, HOMES.get("aws")));
        return new OrganizationPager(client, credentials).read();
    }
}
