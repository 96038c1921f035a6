package io.countersign.connection.role;

import io.countersign.connection.Connection;

/**
 * The page model of the roles of a connection.
 *
 * @param hubKnown false if the texts contain a placeholder for the hub account
 * @param proposed the external ID is new and takes effect when it is configured
 * @param configuration the lines to add to the configuration of the connection
 */
record RolesPage(
        String account,
        String name,
        String hub,
        boolean hubKnown,
        String externalId,
        boolean proposed,
        String reader,
        String decider,
        String cloudFormation,
        String terraform,
        String hubPolicy,
        String stackSet,
        String configuration) {

    static RolesPage of(Connection connection, RolePlan plan) {
        return new RolesPage(
                plan.account(),
                connection.name(),
                plan.hub().principal(),
                plan.hub().known(),
                plan.externalId(),
                connection.externalId() == null,
                plan.reader(),
                plan.decider(),
                RoleTemplateText.cloudFormation(plan),
                RoleTemplateText.terraform(plan),
                RoleTemplateText.hubPolicy(plan),
                stackSet(connection, plan),
                configuration(plan));
    }

    /** IAM is global: one Region is enough, and a second one would fail because the role names exist. */
    private static String stackSet(Connection connection, RolePlan plan) {
        return """
        aws cloudformation create-stack-set --stack-set-name countersign-roles \\
            --template-body file://countersign-roles-%1$s.yaml --capabilities CAPABILITY_NAMED_IAM
        aws cloudformation create-stack-instances --stack-set-name countersign-roles \\
            --accounts %1$s --regions %2$s \\
            --parameter-overrides ParameterKey=ExternalId,ParameterValue=%3$s
        """.formatted(plan.account(), connection.home(), plan.externalId());
    }

    private static String configuration(RolePlan plan) {
        return """
        role-arn: %s
        decider-role-arn: %s
        external-id: "%s"
        """.formatted(plan.reader(), plan.decider(), plan.externalId());
    }

    /** Keeps the external ID out of logs. */
    @Override
    public String toString() {
        return "RolesPage[account=%s, hub=%s]".formatted(account, hub);
    }
}
