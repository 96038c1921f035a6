package io.countersign.connection.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A plan as a CloudFormation template. Long forms instead of tags such as !Ref, so that any YAML reader takes it. */
final class CloudFormationText {

    private CloudFormationText() {}

    static String of(RolePlan plan) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(template(plan));
    }

    private static Map<String, Object> template(RolePlan plan) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", "Roles that let Countersign read and decide Well-Architected share invitations");
        template.put("Parameters", Map.of("ExternalId", parameter(plan)));
        template.put("Resources", resources(plan));
        template.put("Outputs", outputs());
        return template;
    }

    private static Map<String, Object> parameter(RolePlan plan) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("Type", "String");
        parameter.put(
                "Description", "The external ID that Countersign sends for this account; each account has its own");
        parameter.put("Default", plan.externalId());
        parameter.put("MinLength", 2);
        parameter.put("MaxLength", 1224);
        parameter.put("NoEcho", true);
        return parameter;
    }

    private static Map<String, Object> resources(RolePlan plan) {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("ReaderRole", role(plan.reader(), plan.readerTrust(externalId()), plan.readerPermissions()));
        resources.put("DeciderRole", role(plan.decider(), plan.deciderTrust(externalId()), plan.deciderPermissions()));
        return resources;
    }

    private static Map<String, Object> role(String arn, Map<String, Object> trust, Map<String, Object> permissions) {
        RoleName role = RoleName.of(arn);
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("PolicyName", "countersign");
        policy.put("PolicyDocument", permissions);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("RoleName", role.name());
        properties.put("Path", role.path());
        properties.put("MaxSessionDuration", 3600);
        properties.put("AssumeRolePolicyDocument", trust);
        properties.put("Policies", List.of(policy));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::IAM::Role");
        resource.put("Properties", properties);
        return resource;
    }

    private static Map<String, Object> outputs() {
        Map<String, Object> outputs = new LinkedHashMap<>();
        outputs.put("ReaderRoleArn", Map.of("Value", Map.of("Fn::GetAtt", List.of("ReaderRole", "Arn"))));
        outputs.put("DeciderRoleArn", Map.of("Value", Map.of("Fn::GetAtt", List.of("DeciderRole", "Arn"))));
        return outputs;
    }

    private static Map<String, String> externalId() {
        return Map.of("Ref", "ExternalId");
    }
}
