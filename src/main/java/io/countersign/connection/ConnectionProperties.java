package io.countersign.connection;

import io.countersign.connection.validation.ConnectionPropertiesValidator;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What {@code countersign.connections}, {@code .accounts} and {@code .aws} say, as typed: {@link ConnectionPropertiesValidator} judges it. */
@ConfigurationProperties("countersign")
public record ConnectionProperties(
        @DefaultValue List<Account> connections,
        @DefaultValue List<Owner> accounts,
        @DefaultValue Aws aws) {

    /** The static keys are for the simulator; against AWS, use the default credentials or a role. */
    public record Account(
            @DefaultValue("") String accountId,
            @DefaultValue("") String name,
            @DefaultValue("aws") String partition,
            @Nullable String roleArn,
            @Nullable String deciderRoleArn,
            @Nullable String externalId,
            @DefaultValue List<String> regions,
            @Nullable String accessKeyId,
            @Nullable String secretAccessKey) {

        public Connection toConnection() {
            return new Connection(
                    new AccountId(accountId),
                    name.strip(),
                    partition,
                    roleArn,
                    deciderRoleArn,
                    externalId,
                    regions.stream().map(Region::new).toList());
        }

        /** Keeps the external id and the keys out of logs. */
        @Override
        public String toString() {
            return "Account[accountId=%s, name=%s, roleArn=%s, deciderRoleArn=%s, regions=%s]"
                    .formatted(accountId, name, roleArn, deciderRoleArn, regions);
        }
    }

    /** An owner's account that people know. */
    public record Owner(
            @DefaultValue("") String accountId,
            @DefaultValue("") String name,
            boolean insideOrganization) {

        public KnownAccount toKnownAccount() {
            return new KnownAccount(new AccountId(accountId), name.strip(), insideOrganization);
        }
    }

    /**
     * How AWS is called.
     *
     * @param endpoint instead of AWS's own, for every service called
     * @param readTimeout for one page with all its retries
     * @param attemptTimeout for one try at a page
     * @param decisionTimeout for a decision: its role and its one request together
     * @param sessionDuration of the role to read with
     */
    public record Aws(
            @Nullable String endpoint,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("5s") Duration attemptTimeout,
            @DefaultValue("20s") Duration readTimeout,
            @DefaultValue("10s") Duration decisionTimeout,
            @DefaultValue("1h") Duration sessionDuration) {}
}
