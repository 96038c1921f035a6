package io.countersign.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AWS account that Countersign can reach.
 *
 * @param name the display name of the account
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param roleArn the reader role; null to read with the credentials of the process
 * @param deciderRoleArn the decider role; null if the reader role also decides
 * @param externalId sent when a role is assumed; null if the roles do not require one
 * @param regions the Regions to poll: at least one, without duplicates
 */
public record Connection(
        AccountId account,
        String name,
        String partition,
        @Nullable String roleArn,
        @Nullable String deciderRoleArn,
        @Nullable String externalId,
        List<Region> regions) {

    public Connection {
        regions = List.copyOf(regions);
    }

    public List<Source> sources() {
        return regions.stream().map(region -> new Source(account, region)).toList();
    }

    public Connection named(String name) {
        return new Connection(account, name, partition, roleArn, deciderRoleArn, externalId, regions);
    }

    public Connection in(List<Region> regions) {
        return new Connection(account, name, partition, roleArn, deciderRoleArn, externalId, regions);
    }

    /** The Region whose STS endpoint is called; its sessions are valid in every Region. */
    public Region home() {
        return regions.get(0);
    }

    /** The role that sends decisions; null to use the credentials of the process. */
    public @Nullable String decidingRoleArn() {
        return deciderRoleArn == null ? roleArn : deciderRoleArn;
    }

    /** Keeps the external ID out of logs. */
    @Override
    public String toString() {
        return "Connection[account=%s, name=%s, roleArn=%s, deciderRoleArn=%s, regions=%s]"
                .formatted(account, name, roleArn, deciderRoleArn, regions);
    }
}
