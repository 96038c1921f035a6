package io.countersign.connection.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.api.DecisionSessionName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Parses the role templates like the tools that use them. */
class RolePlanTests {

    private static final String HUB_ROLE = "arn:aws:iam::999900001111:role/countersign";
    private static final RolePlan PLAN = plan(null, null);

    private static RolePlan plan(@Nullable String reader, @Nullable String decider) {
        Connection connection = new Connection(
                new AccountId("111122223333"),
                "Retail",
                "aws",
                reader,
                decider,
                "agreed-id",
                List.of(new Region("eu-west-1")));
        return RolePlan.of(connection, new TrustedPrincipal(HUB_ROLE, TrustedPrincipal.Known.CONFIGURED), "agreed-id");
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Object document, Object... path) {
        Object here = document;
        for (Object step : path) {
            here = step instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(step);
            assertThat(here).as("%s in %s", step, document).isNotNull();
        }
        return (T) here;
    }

    private static Map<String, Object> yaml() {
        return new Yaml().load(RoleTemplateText.cloudFormation(PLAN));
    }

    private static Map<String, Object> role(String name) {
        return at(withDefaults(yaml()), "Resources", name, "Properties");
    }

    /** Replaces references to parameters by their defaults, except the external ID. */
    private static Object withDefaults(Object template) {
        Map<String, Map<String, Object>> parameters = at(template, "Parameters");
        String text = JsonMapper.shared().writeValueAsString(template);
        for (Map.Entry<String, Map<String, Object>> parameter : parameters.entrySet()) {
            if (!parameter.getKey().equals("ExternalId")) {
                text = text.replace(
                        "{\"Ref\":\"" + parameter.getKey() + "\"}",
                        '"' + parameter.getValue().get("Default").toString() + '"');
            }
        }
        return JsonMapper.shared().readValue(text, Map.class);
    }

    /** Returns the jsonencode documents in order: trust and permissions of the reader, then of the decider. */
    private static List<Object> terraform() {
        List<Object> documents = new ArrayList<>();
        Matcher matcher = Pattern.compile("jsonencode\\((\\{.*?\\n  })\\)", Pattern.DOTALL)
                .matcher(RoleTemplateText.terraform(PLAN));
        while (matcher.find()) {
            documents.add(JsonMapper.shared().readValue(matcher.group(1), Map.class));
        }
        return documents;
    }

    @Test
    void allowsTheReaderToReadForTheHubWithTheExternalId() {
        assertThat(role("ReaderRole"))
                .containsEntry("RoleName", "CountersignReader")
                .containsEntry("Path", "/")
                .containsEntry("MaxSessionDuration", 3600);
        List<Map<String, Object>> trust = at(role("ReaderRole"), "AssumeRolePolicyDocument", "Statement");
        assertThat(trust)
                .containsExactly(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("AWS", HUB_ROLE),
                        "Action",
                        "sts:AssumeRole",
                        "Condition",
                        Map.of("StringEquals", Map.of("sts:ExternalId", Map.of("Ref", "ExternalId")))));
        List<Map<String, Object>> permissions = at(role("ReaderRole"), "Policies", 0, "PolicyDocument", "Statement");
        assertThat(permissions).singleElement().satisfies(statement -> {
            assertThat(statement).containsEntry("Effect", "Allow").containsEntry("Resource", "*");
            assertThat((List<?>) at(statement, "Action"))
                    .isEqualTo(RolePlan.READING)
                    .allMatch(action -> action.toString().matches("wellarchitected:(Get|List)[A-Za-z]+"));
        });
    }

    @Test
    void allowsTheDeciderToDecideOnlyWithASourceIdentity() {
        Map<String, Object> named = Map.of("sts:SourceIdentity", "*@decision-*");
        List<Map<String, Object>> trust = at(role("DeciderRole"), "AssumeRolePolicyDocument", "Statement");
        assertThat(trust)
                .containsExactly(
                        Map.of(
                                "Effect",
                                "Allow",
                                "Principal",
                                Map.of("AWS", HUB_ROLE),
                                "Action",
                                "sts:AssumeRole",
                                "Condition",
                                Map.of(
                                        "StringEquals",
                                        Map.of("sts:ExternalId", Map.of("Ref", "ExternalId")),
                                        "StringLike",
                                        named)),
                        Map.of(
                                "Effect",
                                "Allow",
                                "Principal",
                                Map.of("AWS", HUB_ROLE),
                                "Action",
                                "sts:SetSourceIdentity",
                                "Condition",
                                Map.of("StringLike", named)));
        List<String> actions = at(role("DeciderRole"), "Policies", 0, "PolicyDocument", "Statement", 0, "Action");
        assertThat(actions)
                .isEqualTo(RolePlan.DECIDING)
                .containsExactly("wellarchitected:ListShareInvitations", "wellarchitected:UpdateShareInvitation");
        assertThat(new DecisionSessionName("ana@example.com", 7).sessionName())
                .matches(RolePlan.SOURCE_IDENTITY.replace("*", ".*"));
    }

    @Test
    void rendersAValidCloudFormationTemplate() {
        assertThat(yaml())
                .containsEntry("AWSTemplateFormatVersion", "2010-09-09")
                .containsOnlyKeys("AWSTemplateFormatVersion", "Description", "Parameters", "Resources", "Outputs");
        Map<String, Object> parameter = at(yaml(), "Parameters", "ExternalId");
        assertThat(parameter).containsEntry("Default", "agreed-id").containsEntry("NoEcho", true);
        String version = at(role("ReaderRole"), "AssumeRolePolicyDocument", "Version");
        assertThat(version).isEqualTo("2012-10-17");
        Map<String, Object> output = at(yaml(), "Outputs", "DeciderRoleArn", "Value");
        assertThat(output).isEqualTo(Map.of("Fn::GetAtt", List.of("DeciderRole", "Arn")));
        assertThat(RoleTemplateText.cloudFormation(PLAN)).doesNotContain("!", "&id", "*id");
    }

    @Test
    void rendersTheSameRolesForTerraform() {
        List<Object> cloudFormation = new ArrayList<>();
        for (String name : List.of("ReaderRole", "DeciderRole")) {
            cloudFormation.add(at(role(name), "AssumeRolePolicyDocument"));
            cloudFormation.add(at(role(name), "Policies", 0, "PolicyDocument"));
        }
        String same = JsonMapper.shared()
                .writeValueAsString(cloudFormation)
                .replace("{\"Ref\":\"ExternalId\"}", "\"${var.external_id}\"")
                .replace('"' + HUB_ROLE + '"', "\"${var.trusted_principal}\"");

        assertThat(terraform()).hasSize(4).isEqualTo(JsonMapper.shared().readValue(same, List.class));
        assertThat(RoleTemplateText.terraform(PLAN).replaceAll(" +", " "))
                .contains("sensitive = true default = \"agreed-id\"".replace(" default", "\n default"))
                .contains("variable \"trusted_principal\"", "default = \"" + HUB_ROLE + "\"")
                .contains("default = \"CountersignReader\"", "default = \"CountersignDecider\"")
                .contains("name = var.reader_role_name", "name = var.decider_role_name", "max_session_duration = 3600")
                .doesNotContain("$${", "<");
    }

    @Test
    void replacesEveryPlaceholder() {
        assertThat(RoleTemplateText.cloudFormation(PLAN)).doesNotContain("<", "null");
        assertThat(RoleTemplateText.hubPolicy(PLAN)).doesNotContain("<", "null");
    }

    @Test
    void allowsTheHubToAssumeBothRolesAndToNameAUserToTheDecider() {
        List<Map<String, Object>> statements =
                at(JsonMapper.shared().readValue(RoleTemplateText.hubPolicy(PLAN), Map.class), "Statement");
        assertThat(statements)
                .containsExactly(
                        Map.of("Effect", "Allow", "Action", List.of("sts:AssumeRole"), "Resource", PLAN.reader()),
                        Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                List.of("sts:AssumeRole", "sts:SetSourceIdentity"),
                                "Resource",
                                PLAN.decider()));
    }

    @Test
    void usesTheRoleNamesOfTheConnection() {
        RolePlan plan = plan("arn:aws:iam::111122223333:role/ops/desk/reads", "arn:aws:iam::111122223333:role/decides");

        assertThat(RoleName.of(plan.reader())).isEqualTo(new RoleName("/ops/desk/", "reads"));
        assertThat(RoleName.of(plan.decider())).isEqualTo(new RoleName("/", "decides"));
    }

    @Test
    void plansTwoRolesIfOneServesBoth() {
        String both = "arn:aws:iam::111122223333:role/CountersignDecider";

        assertThat(plan(both, null).decider()).isNotEqualTo(both);
        assertThat(plan(both, both).decider()).isNotEqualTo(both);
    }

    @Test
    void escapesQuotesInRoleNames() {
        RolePlan plan = plan("arn:aws:iam::111122223333:role/a\"${x}", null);

        assertThat(RoleTemplateText.terraform(plan)).contains("default = \"a\\\"$${x}\"");
        Object parameter = new Yaml().<Object>load(RoleTemplateText.cloudFormation(plan));
        assertThat(RolePlanTests.<String>at(parameter, "Parameters", "ReaderRoleName", "Default"))
                .isEqualTo("a\"${x}");
    }

    @Test
    void hidesTheExternalId() {
        assertThat(PLAN.toString()).contains(HUB_ROLE).doesNotContain("agreed-id");
    }

    @Test
    void theFormOfAConnectionNamesEveryActionOfTheReaderRole() throws IOException {
        Properties messages = new Properties();
        messages.load(new StringReader(Files.readString(Path.of("src/main/resources/messages/connection.properties"))));
        assertThat(messages.getProperty("connection.help.role"))
                .contains(RolePlan.READING.stream()
                        .map(action -> action.substring(action.indexOf(':') + 1))
                        .toList());
        assertThat(messages.getProperty("connection.help.decider")).contains("wellarchitected:UpdateShareInvitation");
    }
}
