package io.countersign.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AWS account that Countersign can reach.
 *
 * @param name what people call the account
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param roleArn the role to assume; null: the credentials that the process already has
 * @param externalId sent when the role is assumed; null where the role asks for none
 * @param regions the Regions that are read, at least one, each once
 */
public record Connection(
        AccountId account,
        String name,
        String partition,
        @Nullable String roleArn,
        @Nullable String externalId,
        List<Region> regions) {

    public Connection {
        regions = List.copyOf(regions);
    }

    public List<Source> sources() {
        return regions.stream().map(region -> new Source(account, region)).toList();
    }
}
