package io.countersign.connection.role;

import io.countersign.connection.Connection;

/**
 * The values and templates on the page of a connection's roles.
 *
 * @param hubKnown false if the texts contain a placeholder instead of the hub's account
 * @param proposed true if the external ID is new and takes effect when it is configured
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
        Templates templates) {

    /**
     * The texts to copy.
     *
     * @param configuration the lines to add to the configuration of the connection
     */
    record Templates(String cloudFormation, String terraform, String hubPolicy, String stackSet, String configuration) {

        /** Keeps the external ID out of logs. */
        @Override
        public String toString() {
            return "Templates[]";
        }
    }

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
                new Templates(
                        RoleTemplateText.cloudFormation(plan),
                        RoleTemplateText.terraform(plan),
                        RoleTemplateText.hubPolicy(plan),
                        stackSet(connection, plan),
                        configuration(plan)));
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
