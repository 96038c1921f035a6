package io.countersign.connection.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Fills the placeholders {@code <name>} of the files in {@code role-templates} with the values of a plan. */
final class RoleTemplateText {

    private static final Pattern PLACEHOLDER = Pattern.compile("<([a-zA-Z]+)>");

    private RoleTemplateText() {}

    static String cloudFormation(RolePlan plan) {
        return filled("countersign-roles.yaml", plan, RoleTemplateText::quoted);
    }

    static String terraform(RolePlan plan) {
        return filled("countersign-roles.tf", plan, RoleTemplateText::quotedForTerraform);
    }

    /** Returns the policy of the role of Countersign itself. */
    static String hubPolicy(RolePlan plan) {
        return filled("countersign-hub-policy.json", plan, RoleTemplateText::quoted);
    }

    private static String filled(String file, RolePlan plan, UnaryOperator<String> escape) {
        Map<String, String> values = values(plan);
        return PLACEHOLDER
                .matcher(read(file))
                .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.get(found.group(1)))));
    }

    private static Map<String, String> values(RolePlan plan) {
        RoleName reader = RoleName.of(plan.reader());
        RoleName decider = RoleName.of(plan.decider());
        return Map.of(
                "externalId", plan.externalId(),
                "trustedPrincipal", plan.hub().principal(),
                "reader", plan.reader(),
                "readerName", reader.name(),
                "readerPath", reader.path(),
                "decider", plan.decider(),
                "deciderName", decider.name(),
                "deciderPath", decider.path());
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("role-templates/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String quotedForTerraform(String value) {
        return quoted(value).replace("${", "$${").replace("%{", "%%{");
    }
}
