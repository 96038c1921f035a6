package io.countersign.connection.role;

import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as Terraform text. Its policies are JSON inside jsonencode, which is valid HCL too. */
final class TerraformText {

    private static final String EXTERNAL_ID = "${var.external_id}";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TerraformText() {}

    static String of(RolePlan plan) {
        return """
        # Roles that let Countersign read and decide Well-Architected share invitations in account %s

        variable "external_id" {
          description = "The external ID that Countersign sends for this account; each account has its own"
          type        = string
          sensitive   = true
          default     = "%s"
        }

        """.formatted(plan.account(), escaped(plan.externalId()))
                + role("reader", plan.reader(), plan.readerTrust(EXTERNAL_ID), plan.readerPermissions())
                + role("decider", plan.decider(), plan.deciderTrust(EXTERNAL_ID), plan.deciderPermissions());
    }

    /** A policy as people read it. */
    static String json(Map<String, Object> policy) {
        return JSON.writeValueAsString(policy).replace("\r\n", "\n");
    }

    private static String role(String label, String arn, Map<String, Object> trust, Map<String, Object> permissions) {
        RoleName role = RoleName.of(arn);
        return """
        resource "aws_iam_role" "%1$s" {
          name                 = "%2$s"
          path                 = "%3$s"
          max_session_duration = 3600
          assume_role_policy   = jsonencode(%4$s)
        }

        resource "aws_iam_role_policy" "%1$s" {
          name   = "countersign"
          role   = aws_iam_role.%1$s.id
          policy = jsonencode(%5$s)
        }

        output "%1$s_role_arn" {
          value = aws_iam_role.%1$s.arn
        }

        """.formatted(label, escaped(role.name()), escaped(role.path()), inside(trust), inside(permissions));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("${", "$${")
                .replace("%{", "%%{");
    }

    private static String inside(Map<String, Object> policy) {
        return json(policy).replace("\n", "\n  ");
    }
}
