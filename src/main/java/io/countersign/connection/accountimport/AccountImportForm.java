package io.countersign.connection.accountimport;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.registry.ExternalIdGenerator;
import io.countersign.connection.role.RoleNames;
import io.countersign.connection.validation.ConnectionProblem;
import io.countersign.connection.validation.ConnectionValidator;
import io.countersign.connection.web.ConnectionForm;
import io.countersign.connection.web.RegionOption;
import io.countersign.input.TypedText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The accounts of the organization to connect, with their common settings.
 *
 * @param all select every eligible account, regardless of the check boxes
 * @param rolePattern the ARN of a role with {@code {account}} in place of the account ID
 * @param externalId for all accounts; empty to generate one for each
 * @param team the ID of the team of the accounts, or {@code none}
 */
record AccountImportForm(
        @Nullable List<String> accounts,
        @Nullable String all,
        @Nullable String rolePattern,
        @Nullable String deciderPattern,
        @Nullable String externalId,
        List<String> regions,
        @Nullable String team) {

    private static final String ACCOUNT = "{account}";

    private static final Map<String, String> FIELDS =
            Map.of("roleArn", "rolePattern", "deciderRoleArn", "deciderPattern");

    AccountImportForm {
        regions = RegionOption.codes(regions);
    }

    /** @param regions selected at first */
    static AccountImportForm empty(String externalId, List<String> regions, @Nullable String team) {
        return new AccountImportForm(
                List.of(),
                null,
                RoleNames.arn("aws", ACCOUNT, RoleNames.READER),
                RoleNames.arn("aws", ACCOUNT, RoleNames.DECIDER),
                externalId,
                regions,
                team);
    }

    /** Returns the form with the Regions that answered a test; null keeps the selected ones. */
    AccountImportForm only(@Nullable List<String> answered) {
        return answered == null
                ? this
                : new AccountImportForm(accounts, all, rolePattern, deciderPattern, externalId, answered, team);
    }

    boolean chooses(AccountId account) {
        return "true".equals(all) || accounts != null && accounts.contains(account.value());
    }

    /** Validates the first selected account as a connection; the others differ only in the account ID. */
    void check(Collection<OrganizationAccount> chosen, Errors errors) {
        if (chosen.isEmpty()) {
            errors.rejectValue("accounts", "connection.import.none");
        }
        pattern("rolePattern", rolePattern, errors);
        pattern("deciderPattern", deciderPattern, errors);
        OrganizationAccount first = chosen.stream()
                .findFirst()
                .orElse(new OrganizationAccount(new AccountId("111122223333"), "example", "ACTIVE"));
        if (!errors.hasFieldErrors("rolePattern") && !errors.hasFieldErrors("deciderPattern")) {
            ConnectionValidator.problemsIn(typed(first).typed())
                    .forEach(problem -> problem.reject(FIELDS.getOrDefault(problem.field(), problem.field()), errors));
        }
    }

    private static void pattern(String field, @Nullable String pattern, Errors errors) {
        if (pattern != null && !pattern.isBlank() && !pattern.contains(ACCOUNT)) {
            errors.rejectValue(
                    field, "connection.import.pattern", new Object[] {ConnectionProblem.label(field), ACCOUNT}, null);
        }
    }

    /** Requires a form without errors. */
    List<Connection> connections(Collection<OrganizationAccount> chosen) {
        return chosen.stream().map(account -> typed(account).connection()).toList();
    }

    private ConnectionForm typed(OrganizationAccount account) {
        boolean shared = externalId != null && !externalId.isBlank();
        return new ConnectionForm(
                account.account().value(),
                account.name(),
                filled(rolePattern, account),
                filled(deciderPattern, account),
                shared ? TypedText.clean(externalId) : ExternalIdGenerator.random(),
                regions,
                null,
                team);
    }

    private static String filled(@Nullable String pattern, OrganizationAccount account) {
        return TypedText.clean(pattern).replace(ACCOUNT, account.account().value());
    }

    /** Keeps the external ID out of logs. */
    @Override
    public String toString() {
        return "ImportForm[accounts=%s, all=%s]".formatted(accounts, all);
    }
}
