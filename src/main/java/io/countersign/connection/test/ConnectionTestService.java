package io.countersign.connection.test;

import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import org.springframework.stereotype.Component;

/** Tests connections for admins without changing anything, here or in AWS. */
@Component
class ConnectionTestService {

    private final AwsClients clients;
    private final BaseCredentials own;
    private final ConnectionProperties properties;

    ConnectionTestService(AwsClients clients, BaseCredentials own, ConnectionProperties properties) {
        this.clients = clients;
        this.own = own;
        this.properties = properties;
    }

    /** @param person the user named in the decider session, as for a decision */
    TestReport run(Connection connection, String person) throws InterruptedException {
        AssumedRoleCredentials roles =
                new AssumedRoleCredentials(clients, own, properties.aws().sessionDuration());
        return new ConnectionTester(clients, roles, own, connection, person).run();
    }
}
