package io.countersign.connection;

import org.springframework.stereotype.Component;

/** Tests connections on an admin's request. Nothing is changed, here or in AWS. */
@Component
class ConnectionTrials {

    private final AwsClients clients;
    private final OwnCredentials own;
    private final ConnectionProperties properties;

    ConnectionTrials(AwsClients clients, OwnCredentials own, ConnectionProperties properties) {
        this.clients = clients;
        this.own = own;
        this.properties = properties;
    }

    /** @param person in whose name the role to decide with is assumed, as for a decision */
    TestReport run(Connection connection, String person) throws InterruptedException {
        AssumedRoles roles = new AssumedRoles(clients, own, properties.aws().sessionDuration());
        return new ConnectionTrial(clients, roles, own, connection, person).run();
    }
}
