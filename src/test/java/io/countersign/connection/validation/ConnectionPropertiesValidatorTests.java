package io.countersign.connection.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.registry.ConfiguredConnections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConnectionPropertiesValidatorTests {

    private static ConnectionProperties bind(Map<String, String> typed) {
        return new Binder(new MapConfigurationPropertySource(typed))
                .bindOrCreate("countersign", ConnectionProperties.class);
    }

    private static Map<String, String> good() {
        Map<String, String> typed = new HashMap<>();
        typed.put("countersign.connections[0].account-id", "111122223333");
        typed.put("countersign.connections[0].name", "Retail");
        typed.put("countersign.connections[0].regions[0]", "eu-west-1");
        return typed;
    }

    private static List<String> problemsWith(String property, String value) {
        Map<String, String> typed = good();
        typed.put(property, value);
        return ConnectionPropertiesValidator.problemsIn(bind(typed));
    }

    @Test
    void acceptsAnEmptyConfiguration() {
        ConnectionProperties properties = bind(Map.of());

        assertThat(ConnectionPropertiesValidator.problemsIn(properties)).isEmpty();
        assertThat(new ConfiguredConnections(properties).all()).isEmpty();
    }

    @Test
    void requiresAnAccountWithNameAndRegion() {
        assertThat(ConnectionPropertiesValidator.problemsIn(bind(good()))).isEmpty();
    }

    @Test
    void namesThePropertyOfAMalformedAccount() {
        assertThat(problemsWith("countersign.connections[0].account-id", "12"))
                .containsExactly(
                        "countersign.connections[0].account-id: an account ID has exactly 12 digits, not \"12\"");
    }

    @Test
    void reportsAllProblemsTogether() {
        Map<String, String> typed = good();
        typed.put("countersign.connections[1].account-id", "111122223333");
        typed.put("countersign.connections[1].partition", "mars");
        typed.put("countersign.connections[1].external-id", "x");
        typed.put("countersign.connections[1].access-key-id", "AKIA");
        typed.put("countersign.accounts[0].account-id", "111122223333");
        typed.put("countersign.accounts[0].name", "Again");
        typed.put("countersign.aws.endpoint", "ftp://x");
        typed.put("countersign.aws.read-timeout", "0s");
        typed.put("countersign.aws.decision-timeout", "21s");
        typed.put("countersign.aws.session-duration", "2h");

        assertThat(ConnectionPropertiesValidator.problemsIn(bind(typed)))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "countersign.connections[1].account-id",
                        "countersign.connections[1].name",
                        "countersign.connections[1].partition",
                        "countersign.connections[1].external-id",
                        "countersign.connections[1].regions",
                        "countersign.connections[1].external-id",
                        "countersign.connections[1].secret-access-key",
                        "countersign.accounts[0].account-id",
                        "countersign.aws.endpoint",
                        "countersign.aws.read-timeout",
                        "countersign.aws.decision-timeout",
                        "countersign.aws.session-duration");
    }

    @Test
    void refusesMalformedDuplicateAndForeignRegions() {
        String second = "countersign.connections[0].regions[1]";

        assertThat(problemsWith(second, "Ireland"))
                .containsExactly(second + ": a Region looks like eu-west-1, not \"Ireland\"");
        assertThat(problemsWith(second, "eu-west-1")).containsExactly(second + ": \"eu-west-1\" is listed twice");
        assertThat(problemsWith(second, "cn-north-1"))
                .containsExactly(second + ": \"cn-north-1\" is of partition aws-cn, the connection of \"aws\"");
        assertThat(problemsWith(second, "eu-west-9")).isEmpty();
    }

    @Test
    void refusesAnExternalIdWithoutARole() {
        Map<String, String> typed = good();
        typed.put("countersign.connections[0].external-id", "agreed-id");
        assertThat(ConnectionPropertiesValidator.problemsIn(bind(typed))).hasSize(1);

        typed.put("countersign.connections[0].decider-role-arn", "arn:aws:iam::111122223333:role/decider");
        assertThat(ConnectionPropertiesValidator.problemsIn(bind(typed))).isEmpty();
    }

    @Test
    void usesTheReaderRoleForDecisionsByDefault() {
        Map<String, String> typed = good();
        typed.put("countersign.connections[0].role-arn", "arn:aws:iam::111122223333:role/reader");
        assertThat(onlyConnection(typed).decidingRoleArn()).endsWith("role/reader");

        typed.put("countersign.connections[0].decider-role-arn", "arn:aws:iam::111122223333:role/decider");
        assertThat(onlyConnection(typed).decidingRoleArn()).endsWith("role/decider");
        assertThat(onlyConnection(typed).roleArn()).endsWith("role/reader");
    }

    private static Connection onlyConnection(Map<String, String> typed) {
        return new ConfiguredConnections(bind(typed)).all().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"role-arn", "decider-role-arn"})
    void refusesMalformedRolesAndRolesOfAnotherAccount(String property) {
        String role = "countersign.connections[0]." + property;

        assertThat(problemsWith(role, "arn:aws:iam::111122223333:role/path/x")).isEmpty();
        assertThat(problemsWith(role, "x")).singleElement().asString().startsWith(role + ": a role ARN looks like");
        assertThat(problemsWith(role, "arn:aws:iam::999988887777:role/x"))
                .containsExactly(role + ": the role is of account 999988887777, the connection of \"111122223333\"");
        assertThat(problemsWith(role, "arn:aws-cn:iam::111122223333:role/x"))
                .containsExactly(role + ": the role is of partition aws-cn, the connection of \"aws\"");
    }

    @Test
    void treatsConnectionsAsInternal() {
        assertThat(new ConfiguredConnections(bind(good())).find("111122223333"))
                .contains(new KnownAccount(new AccountId("111122223333"), "Retail", true));
    }

    @Test
    void hidesTheKeys() {
        Map<String, String> typed = good();
        typed.put("countersign.connections[0].access-key-id", "AKIASECRET");
        typed.put("countersign.connections[0].secret-access-key", "hush");
        typed.put("countersign.connections[0].external-id", "agreed-id");

        assertThat(bind(typed).toString()).contains("111122223333").doesNotContain("AKIASECRET", "hush", "agreed-id");
        assertThat(onlyConnection(typed).toString()).contains("111122223333").doesNotContain("agreed-id");
    }
}
