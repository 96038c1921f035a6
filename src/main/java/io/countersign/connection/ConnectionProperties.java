package io.countersign.connection;

import io.countersign.connection.validation.ConnectionPropertiesValidator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The unchecked properties {@code countersign.connections}, {@code .accounts} and {@code .aws}; {@link
 * ConnectionPropertiesValidator} validates them.
 */
@ConfigurationProperties("countersign")
public record ConnectionProperties(
        @DefaultValue List<Account> connections,
        @DefaultValue List<Owner> accounts,
        @DefaultValue Aws aws) {

    /** Returns the configured owners and connections by account ID; a connected account is internal. */
    public Map<String, KnownAccount> knownAccounts() {
        Map<String, KnownAccount> known = new HashMap<>();
        accounts.forEach(owner -> known.put(owner.accountId(), owner.toKnownAccount()));
        connections.stream()
                .map(Account::toConnection)
                .forEach(
                        each -> known.put(each.account().value(), new KnownAccount(each.account(), each.name(), true)));
        return known;
    }

    /** The static keys are for the simulator; with AWS, use the default credentials or a role. */
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

        /** Keeps the external ID and the keys out of logs. */
        @Override
        public String toString() {
            return "Account[accountId=%s, name=%s, roleArn=%s, deciderRoleArn=%s, regions=%s]"
                    .formatted(accountId, name, roleArn, deciderRoleArn, regions);
        }
    }

    /** A known owner account. */
    public record Owner(
            @DefaultValue("") String accountId,
            @DefaultValue("") String name,
            boolean internal) {

        public KnownAccount toKnownAccount() {
            return new KnownAccount(new AccountId(accountId), name.strip(), internal);
        }
    }

    /**
     * Settings for calls to AWS.
     *
     * @param endpoint replaces the AWS endpoint of every service
     * @param readTimeout for one page, including all retries
     * @param attemptTimeout for one attempt to read a page
     * @param decisionTimeout for a decision: assuming the role and sending the single request
     * @param sessionDuration of the reader role
     */
    public record Aws(
            @Nullable String endpoint,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("5s") Duration attemptTimeout,
            @DefaultValue("20s") Duration readTimeout,
            @DefaultValue("10s") Duration decisionTimeout,
            @DefaultValue("1h") Duration sessionDuration) {}
}
