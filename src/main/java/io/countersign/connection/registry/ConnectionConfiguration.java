package io.countersign.connection.registry;

import io.countersign.audit.ObjectLockBuckets;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Connections;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.SharedResources;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.AwsClock;
import io.countersign.connection.aws.AwsRegions;
import io.countersign.connection.aws.EndpointConflicts;
import io.countersign.connection.aws.OutboundProxies;
import io.countersign.connection.aws.ProxiedHttpService;
import io.countersign.connection.aws.S3ObjectLockBuckets;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.credential.HalfKeys;
import io.countersign.connection.credential.StaticKeys;
import io.countersign.connection.gateway.AwsShareInvitations;
import io.countersign.connection.gateway.AwsSharedResources;
import io.countersign.connection.validation.ConnectionPropertiesValidator;
import io.countersign.connection.validation.InvalidConnectionsException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Builds the connections from the configuration, or stops the start and lists every problem. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConnectionProperties.class, HubProperties.class, StaticKeys.class})
class ConnectionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ConnectionConfiguration.class);

    /** Before any bean is created, so that a start with a wrong connection leaves nothing behind. */
    @Bean
    static BeanFactoryPostProcessor connectionProblems(Environment environment) {
        return beans -> {
            Binder binder = Binder.get(environment);
            List<String> problems = new ArrayList<>(ConnectionPropertiesValidator.problemsIn(
                    binder.bindOrCreate("countersign", ConnectionProperties.class)));
            problems.addAll(
                    binder.bindOrCreate("countersign.aws", HubProperties.class).problems());
            problems.addAll(HalfKeys.problemsIn(environment));
            problems.addAll(EndpointConflicts.problemsIn(environment));
            problems.addAll(OutboundProxies.ofProcess().problems());
            if (!problems.isEmpty()) {
                throw new InvalidConnectionsException(problems);
            }
        };
    }

    @Bean
    ConfiguredConnections connections(ConnectionProperties properties) {
        ConfiguredConnections connections = new ConfiguredConnections(properties);
        connections.sources().stream()
                .filter(source -> !AwsRegions.offersService(source.region()))
                .forEach(source -> log.warn(
                        "{}: the AWS SDK does not list the Well-Architected Tool in this Region; trying anyway",
                        source));
        return connections;
    }

    @Bean
    AwsClock awsClock(MeterRegistry registry) {
        return new AwsClock(InstantSource.system(), registry);
    }

    @Bean
    AwsClients awsClients(ConnectionProperties properties, MeterRegistry registry, AwsClock clock) {
        return new AwsClients(properties.aws(), new AwsCallMetrics(registry), OutboundProxies.ofProcess(), clock);
    }

    @Bean
    BaseCredentials ownCredentials(ConnectionProperties properties, StaticKeys keys) {
        ProxiedHttpService.install();
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
