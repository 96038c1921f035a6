package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueRepository;
import io.countersign.identity.Role;
import io.countersign.sso.group.GroupMapping;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.group.GroupRecorder;
import io.countersign.sso.provider.ProviderSettings;
import io.countersign.sso.provider.Providers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Provider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests the check of the settings, and what a start records of them. */
class ProviderSettingsTests {

    @Test
    void acceptsAProviderOfAnotherName() {
        OAuth2ClientProperties properties = properties("https://login.example.com");
        properties.getRegistration().get("staff").setProvider("company");
        properties.getProvider().put("company", properties.getProvider().remove("staff"));
        assertThatCode(() -> ProviderSettings.check(properties)).doesNotThrowAnyException();
        assertThat(ProviderSettings.issuer("staff", properties)).isEqualTo("https://login.example.com");
    }

    @Test
    void requiresTheScopeOpenid() {
        OAuth2ClientProperties properties = properties("https://login.example.com");
        properties.getRegistration().get("staff").setScope(Set.of("profile"));
        assertThatThrownBy(() -> ProviderSettings.check(properties))
                .hasMessageContaining("registration.staff.scope")
                .hasMessageContaining("must contain openid");
    }

    @Test
    void requiresANameThatACookieCanContain() {
        OAuth2ClientProperties properties = properties("https://login.example.com");
        properties.getRegistration().put("a!b", properties.getRegistration().get("staff"));
        assertThatThrownBy(() -> ProviderSettings.check(properties)).hasMessageContaining("registration.a!b");
    }

    @Test
    void recordsAnotherMappingClaimAndIssuerAtTheStart() {
        RecordedAuditLog auditLog = new RecordedAuditLog();
        DataSource database = TestDatabase.migrated();
        EffectiveValues effective =
                new EffectiveValues(new ValueRepository(JdbcClient.create(database)), auditLog, () -> Instant.EPOCH);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        start(transaction, effective, "groups", "https://login.example.com", mapping("staff", Role.REVIEWER));
        assertThat(auditLog.entries).isEmpty();

        start(
                transaction,
                effective,
                "roles",
                "https://evil.example",
                mapping("staff", Role.REVIEWER),
                mapping("staff", Role.ADMIN));

        assertThat(auditLog.entries)
                .extracting(entry -> entry.message())
                .containsExactlyInAnyOrder(
                        "group countersign.identity.groups-claim: groups → roles\nfound at startup",
                        "group issuer of staff: https://login.example.com → https://evil.example\nfound at startup",
                        "group staff: REVIEWER → REVIEWER, ADMIN\nfound at startup");
    }

    private static void start(
            TransactionTemplate transaction,
            EffectiveValues effective,
            String claim,
            String issuer,
            GroupMapping... mappings) {
        GroupRecorder recorder = new GroupRecorder(
                new GroupProperties(claim, List.of(mappings), Duration.ofMinutes(1)),
                new Providers(properties(issuer)),
                effective);
        transaction.executeWithoutResult(status -> recorder.afterSingletonsInstantiated());
    }

    private static GroupMapping mapping(String group, Role role) {
        return new GroupMapping(group, Set.of(role), List.of());
    }

    private static OAuth2ClientProperties properties(String issuer) {
        OAuth2ClientProperties properties = new OAuth2ClientProperties();
        Registration registration = new Registration();
        registration.setClientId("countersign");
        properties.getRegistration().put("staff", registration);
        Provider provider = new Provider();
        provider.setIssuerUri(issuer);
        properties.getProvider().put("staff", provider);
        return properties;
    }
}
