package io.countersign.connection;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the connections from the configuration, or stops the start with everything that is wrong with it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConnectionProperties.class, HubProperties.class, OwnKeys.class})
class ConnectionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ConnectionConfiguration.class);

    @Bean
    ConfiguredConnections connections(ConnectionProperties properties, HubProperties hub) {
        List<String> problems = new ArrayList<>(PropertyCheck.problemsIn(properties));
        problems.addAll(hub.problems());
        if (!problems.isEmpty()) {
            throw new InvalidConnections(problems);
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
        return new AwsClients(properties.aws(), new CallMetrics(registry));
    }

    @Bean
    OwnCredentials ownCredentials(ConnectionProperties properties, OwnKeys keys) {
        return new OwnCredentials(properties, keys);
    }

    @Bean
    LockedBuckets lockedBuckets(OwnCredentials own) {
        return new LockedBuckets(own.ofProcess());
    }

    @Bean
    AssumedRoles assumedRoles(ConnectionProperties properties, AwsClients clients, OwnCredentials own) {
        return new AssumedRoles(clients, own, properties.aws().sessionDuration());
    }

    @Bean
    SharedResources sharedResources(Connections connections, AwsClients clients, AssumedRoles roles) {
        return new AwsSharedResources(connections, clients, roles);
    }

    @Bean
    ShareInvitations shareInvitations(
            ConnectionProperties properties, Connections connections, AwsClients clients, AssumedRoles roles) {
        return new AwsShareInvitations(
                connections, clients, roles, properties.aws().decisionTimeout());
    }
}
