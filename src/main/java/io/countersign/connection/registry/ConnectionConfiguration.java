package io.countersign.connection.registry;

import io.countersign.audit.ObjectLockBuckets;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Connections;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.SharedResources;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.AwsRegions;
import io.countersign.connection.aws.S3ObjectLockBuckets;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.credential.StaticKeys;
import io.countersign.connection.gateway.AwsShareInvitations;
import io.countersign.connection.gateway.AwsSharedResources;
import io.countersign.connection.validation.ConnectionPropertiesValidator;
import io.countersign.connection.validation.InvalidConnectionsException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the connections from the configuration, or stops the start and lists every problem. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConnectionProperties.class, HubProperties.class, StaticKeys.class})
class ConnectionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ConnectionConfiguration.class);

    @Bean
    ConfiguredConnections connections(ConnectionProperties properties, HubProperties hub) {
        List<String> problems = new ArrayList<>(ConnectionPropertiesValidator.problemsIn(properties));
        problems.addAll(hub.problems());
        if (!problems.isEmpty()) {
            throw new InvalidConnectionsException(problems);
        }
        ConfiguredConnections connections = new ConfiguredConnections(properties);
        connections.sources().stream()
                .filter(source -> !AwsRegions.offersService(source.region()))
                .forEach(source -> log.warn(
                        "{}: the AWS SDK does not list the Well-Architected Tool in this Region; trying anyway",
                        source));
        return connections;
    }

    @Bean
    AwsClients awsClients(ConnectionProperties properties, MeterRegistry registry) {
        return new AwsClients(properties.aws(), new AwsCallMetrics(registry));
    }

    @Bean
    BaseCredentials ownCredentials(ConnectionProperties properties, StaticKeys keys) {
        return new BaseCredentials(properties, keys);
    }

    @Bean
    ObjectLockBuckets objectLockBuckets(BaseCredentials own) {
        return new S3ObjectLockBuckets(own.ofProcess());
    }

    @Bean
    AssumedRoleCredentials assumedRoles(ConnectionProperties properties, AwsClients clients, BaseCredentials own) {
        return new AssumedRoleCredentials(clients, own, properties.aws().sessionDuration());
    }

    @Bean
    SharedResources sharedResources(Connections connections, AwsClients clients, AssumedRoleCredentials roles) {
        return new AwsSharedResources(connections, clients, roles);
    }

    @Bean
    ShareInvitations shareInvitations(
            ConnectionProperties properties,
            Connections connections,
            AwsClients clients,
            AssumedRoleCredentials roles) {
        return new AwsShareInvitations(
                connections, clients, roles, properties.aws().decisionTimeout());
    }
}
