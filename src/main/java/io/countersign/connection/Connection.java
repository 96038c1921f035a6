package io.countersign.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AWS account that Countersign can reach.
 *
 * @param name what people call the account
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param roleArn the role to read with; null: the credentials that the process already has
 * @param deciderRoleArn the role to decide with; null: the role to read with serves both
 * @param externalId sent when a role is assumed; null where the roles ask for none
 * @param regions the Regions that are read, at least one, each once
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

    /** The Region where STS is asked; its sessions hold in every Region. */
    public Region home() {
        return regions.get(0);
    }

    /** The role to decide with; null: the credentials that the process already has. */
    public @Nullable String decidingRoleArn() {
        return deciderRoleArn == null ? roleArn : deciderRoleArn;
    }

    /** Keeps the external id out of logs. */
    @Override
    public String toString() {
        return "Connection[account=%s, name=%s, roleArn=%s, deciderRoleArn=%s, regions=%s]"
                .formatted(account, name, roleArn, deciderRoleArn, regions);
    }
}
